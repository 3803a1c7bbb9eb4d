import org.atomicvalue.AtomicValue

fun main() {
  val value = AtomicValue<String>()
  val before: String? = value.load()
  check(before == null)
  val after: String = value.updateAndGet { current -> if (current == null) "first" else "$current, next" }
  check(value.compareAndSwap(after, "$after, next"))
  check(value.load()?.length == "first, next".length)
  println("Used from Kotlin: $value")
}
