/** An atomic, consistently typed value holder. */
module org.atomicvalue {
  requires static org.jspecify;

  exports org.atomicvalue;
}
