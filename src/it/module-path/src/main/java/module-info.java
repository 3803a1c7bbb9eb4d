/** A module that needs the library. */
module consumer {
  requires org.atomicvalue;
}
