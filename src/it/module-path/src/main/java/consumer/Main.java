package consumer;

import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.AtomicValue;

/** Runs in an image made by jlink. */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    AtomicValue<String> value = new AtomicValue<>();
    value.store("linked");
    Set<String> modules =
        ModuleLayer.boot().modules().stream().map(Module::getName).collect(Collectors.toUnmodifiableSet());
    if (!modules.equals(Set.of("java.base", "org.atomicvalue", "consumer"))) {
      throw new AssertionError("the image holds more or less than it should: " + modules);
    }
    if (!"org.atomicvalue".equals(value.getClass().getModule().getName()) || !"linked".equals(value.load())) {
      throw new AssertionError(value.getClass().getModule() + ": " + value);
    }
    System.out.println("Used in an image of " + modules.size() + " modules: " + value);
  }
}
