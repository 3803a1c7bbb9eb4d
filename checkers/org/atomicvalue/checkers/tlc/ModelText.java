package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.TlaText.Token;

/**
 * The text of a model, which tells which property of the configuration is violated. TLC names an invariant; of other
 * safety properties it names the definition or gives the place of the part that is violated, which may be deep inside a
 * property, and be part of several; of a temporal property it says nothing.
 */
final class ModelText {

  private static final Set<String> OF_CONJUNCTIONS = Set.of("!", "/\\", "[]", "_", ",");

  private final Path module;
  private final Path config;
  private final List<Path> library;
  private ConfigText configured;
  private Definitions definitions;

  ModelText(Path module, Path config, List<Path> library) {
    this.module = module;
    this.config = config;
    this.library = List.copyOf(library);
  }

  /** The name of the model, which is that of the configuration. */
  String name() {
    return config.getFileName().toString().replaceFirst("\\.cfg$", "");
  }

  /** The properties of the configuration that may be the violated one; all of that kind, if there is no telling. */
  List<String> candidates(TlcOutcome kind, Predicate<String> mayBe) {
    Set<String> asked =
        new LinkedHashSet<>(kind == TlcOutcome.LIVENESS_VIOLATED ? List.of() : configured().invariants());
    asked.addAll(configured().properties());
    // Where a module is missing, anything may be meant.
    List<String> candidates =
        definitions().areComplete(rootModule()) ? asked.stream().filter(mayBe).toList() : List.of();
    return candidates.isEmpty() ? List.copyOf(asked) : candidates;
  }

  /** Whether a property of the configuration may be meant when TLC names a definition as violated. */
  Predicate<String> mayMean(String violated) {
    String name = violated.substring(violated.lastIndexOf('!') + 1);
    List<Definition> own = definitions().named(violated, rootModule());
    Predicate<String> contains = property -> reachable(property).stream()
        .anyMatch(each -> each.name().equals(name) && !own.contains(each));
    boolean configuredByName =
        configured().invariants().contains(violated) || configured().properties().contains(violated);
    if (configuredByName) {
      return property -> property.equals(violated) || contains.test(property);
    }
    return property -> reachable(property).stream().anyMatch(each -> each.name().equals(name));
  }

  /** Whether a property of the configuration may contain what stands at a place. */
  Predicate<String> mayContain(Place place) {
    Optional<Definition> definition = definitions().at(place);
    return property -> definition.isPresent() && reachable(property).contains(definition.get());
  }

  /**
   * Whether a property may be more than a safety property that TLC checks as an invariant or as an action property:
   * a conjunction of predicates, {@code []P} and {@code [][A]_v}.
   */
  boolean mayBeTemporal(String property) {
    Set<Definition> reached = reachable(property);
    return reached.isEmpty()
        || reached.stream().flatMap(each -> each.body().stream()).anyMatch(ModelText::isTemporal)
        || reached.stream().anyMatch(each -> hasBox(each, reached) && !isConjunction(each, reached));
  }

  private static boolean isTemporal(Token token) {
    return switch (token.text()) {
      case "<>", "~>", "-+->", "\\AA", "\\EE" -> true;
      default -> token.text().startsWith("WF_") || token.text().startsWith("SF_");
    };
  }

  private boolean hasBox(Definition definition, Set<Definition> reached) {
    return definition.body().stream().anyMatch(token -> token.is("[]"))
        || definitions().reachable(definition.name(), definition.scope()).stream()
            .filter(reached::contains)
            .anyMatch(each -> each.body().stream().anyMatch(token -> token.is("[]")));
  }

  /** Whether its boxes, and those of what it refers to, are parts of one conjunction. */
  private boolean isConjunction(Definition definition, Set<Definition> reached) {
    if (definition.instanceOf().isPresent()) {
      return true;
    }
    int depth = 0;
    boolean afterBox = false;
    for (int i = 0; i < definition.body().size(); i++) {
      Token token = definition.body().get(i);
      switch (token.text()) {
        case "(", "[", "{", "<<" -> depth++;
        case ")", "]", "}", ">>" -> depth--;
        default -> {
          boolean boxed = token.is("[]") || definitions().referredAt(definition, i).stream()
              .anyMatch(each -> reached.contains(each) && each.instanceOf().isEmpty() && hasBox(each, reached));
          if (boxed && (depth > 0 || afterBox && !token.is("[]"))
              || depth == 0 && !token.isName() && !OF_CONJUNCTIONS.contains(token.text())) {
            return false;
          }
        }
      }
      afterBox = depth == 0 && token.is("[]");
    }
    return true;
  }

  private Set<Definition> reachable(String property) {
    return definitions().reachable(property, rootModule());
  }

  /** How many parameters an action has; none if its definition is not found. */
  int parameters(String action, String inModule) {
    String name = action.substring(action.lastIndexOf('!') + 1);
    List<Definition> here = definitions().named(name, inModule);
    return (here.isEmpty() ? definitions().named(name) : here).stream().mapToInt(Definition::parameters).max()
        .orElse(0);
  }

  private String rootModule() {
    return moduleName(module);
  }

  private ConfigText configured() {
    if (configured == null) {
      configured = new ConfigText(config);
    }
    return configured;
  }

  private Definitions definitions() {
    if (definitions == null) {
      definitions = new Definitions(configured().substitutions());
      List<Path> folders = new ArrayList<>();
      folders.add(Objects.requireNonNull(module.toAbsolutePath().getParent(), "the folder of the module"));
      folders.addAll(library);
      for (Path folder : folders) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".tla")).sorted()
              .forEach(file -> definitions.add(moduleName(file), TlaText.read(file)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return definitions;
  }

  private static String moduleName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.tla$", "");
  }
}
