package org.atomicvalue.checkers.correspondence;

import java.util.ArrayList;
import java.util.List;
import org.atomicvalue.checkers.classfile.ClassFile;
import org.atomicvalue.checkers.classfile.Path;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.smt.Term;

/** A state in which the class does something else than the specification. */
public final class Difference extends AssertionError {

  private static final long serialVersionUID = 1;

  Difference(
      ClassFile file, String place, String label, List<String> way, Path path, Formula action, String claim,
      Example example) {
    super(report(file, place, label, way, path, action, claim, example));
  }

  private static String report(
      ClassFile file, String place, String label, List<String> way, Path path, Formula action, String claim,
      Example example) {
    List<String> lines = new ArrayList<>();
    lines.add("The class file of " + file.simpleName() + " and its specification differ in " + place + ".");
    lines.add("Not so: " + claim);
    lines.add("In this state, in which the invariant holds:");
    boolean requests = label.equals(Comparison.REQUEST);
    variable(lines, example, "type", Term.symbol("type"));
    variable(lines, example, "data", Term.symbol("data"));
    String prime = requests ? "'" : "";
    lines.add("  /\\ pc[t] = " + (requests ? "\"Idle\"" : '"' + label + '"'));
    List<String> fields = new ArrayList<>();
    for (String field : List.of("op", "expected", "value")) {
      String value = example.at(Term.apply("call." + field + prime, Meaning.THREAD));
      if (value != null) {
        fields.add(field + " |-> " + value);
      }
    }
    lines.add("  /\\ " + (requests ? "the call is " : "call[t] = ") + "[" + String.join(", ", fields) + "]");
    if (example.at(Term.symbol("Declared")) != null) {
      lines.add("  /\\ Declared " + ("Null".equals(example.at(Term.symbol("Declared"))) ? "= Null" : "# Null"));
    }
    List<String> classes = new ArrayList<>();
    example.values().forEach((term, value) -> {
      if (term instanceof Term.Application application && application.function().equals("classOf")) {
        String object = example.at(application.arguments().get(0));
        if (object != null && !object.equals("Null")) {
          classes.add("the class of " + object + " is " + example.at(term) + superclasses(example, value));
        }
      }
    });
    classes.stream().distinct().sorted().forEach(text -> lines.add("  where " + text));
    way.forEach(step -> lines.add("  it has come there " + step));
    if (path == null) {
      lines.add("the class has no path for what the action does.");
    } else {
      lines.add("the class " + does(path));
      lines.add("  by way of the lines " + path.lines() + ", because " + path.conditions());
    }
    lines.add("The action, " + action.place() + ": " + action.name() + "(t) == " + action.text());
    return String.join("\n", lines);
  }

  /** Of what else an object of that class is an instance. */
  private static String superclasses(Example example, Term type) {
    StringBuilder text = new StringBuilder();
    example.values().forEach((term, value) -> {
      if (term instanceof Term.Application application && application.function().equals("isSubclass")
          && value.equals(Term.TRUE) && type.equals(example.values().get(application.arguments().get(0)))
          && !type.equals(example.values().get(application.arguments().get(1)))) {
        String superclass = example.at(application.arguments().get(1));
        if (!text.toString().contains(superclass)) {
          text.append(", a subclass of ").append(superclass);
        }
      }
    });
    return text.toString();
  }

  private static void variable(List<String> lines, Example example, String name, Term term) {
    String value = example.at(term);
    if (value != null) {
      lines.add("  /\\ " + name + " = " + value);
    }
  }

  private static String does(Path path) {
    String writes = path.write() == null
        ? ""
        : "writes " + path.write().value() + " to " + path.write().word()
            + " and ";
    if (path.end() instanceof Path.Arrives arrives) {
      return writes + "goes on: it " + arrives.stop();
    } else if (path.end() instanceof Path.Throws thrown) {
      return writes + "throws " + thrown.exception();
    }
    Object value = ((Path.Returns) path.end()).value();
    return writes + "returns" + (value == null ? "" : " " + value);
  }
}
