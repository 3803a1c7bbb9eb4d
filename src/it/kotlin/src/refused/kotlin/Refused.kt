import org.atomicvalue.AtomicValue

fun forgetsThatLoadMayReturnNull(value: AtomicValue<String>) {
  val loaded: String = value.load()
  println(loaded)
}

fun forgetsThatThereMayBeNoPreviousValue(value: AtomicValue<String>): Int = value.swap("next").length

fun storesNull(value: AtomicValue<String>) {
  value.store(null)
}

fun updatesToNull(value: AtomicValue<String>) {
  value.updateAndGet { null }
}
