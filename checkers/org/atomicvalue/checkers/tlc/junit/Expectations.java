package org.atomicvalue.checkers.tlc.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file with what is expected of the models of a folder: a list, with an entry for each configuration. */
public final class Expectations {

  /** The name that the file has unless another one is said. */
  public static final String FILE = "expected.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER = JSON.writer(printer());

  private final Path file;

  Expectations(Path file) {
    this.file = file;
  }

  /** All entries of the file {@value #FILE} in a folder. */
  public static List<Expectation> readAll(Path folder) throws IOException {
    return new Expectations(folder.resolve(FILE)).all();
  }

  /** The entry of one model in the file {@value #FILE} of a folder. */
  public static Expectation of(Path folder, String model) throws IOException {
    return new Expectations(folder.resolve(FILE)).of(model).orElseThrow(
        () -> new IllegalArgumentException(model + " has no entry in " + folder.resolve(FILE)));
  }

  List<Expectation> all() throws IOException {
    return Files.exists(file) ? List.of(JSON.readValue(file.toFile(), Expectation[].class)) : List.of();
  }

  private Optional<Expectation> of(String model) throws IOException {
    return all().stream().filter(each -> each.model().equals(model)).findFirst();
  }

  Path file() {
    return file;
  }

  /** Puts an entry in the place of the one of that model, or at the end. */
  synchronized void put(Expectation entry) throws IOException {
    List<Expectation> entries = new ArrayList<>(all());
    List<String> names = entries.stream().map(Expectation::model).toList();
    if (names.contains(entry.model())) {
      entries.set(names.indexOf(entry.model()), entry);
    } else {
      entries.add(entry);
    }
    Files.writeString(file, WRITER.writeValueAsString(entries) + "\n");
  }

  /** An entry as it stands in the file. */
  static String text(Expectation entry) {
    try {
      return WRITER.writeValueAsString(List.of(entry)).replaceFirst("^\\[\n", "").replaceFirst("\n\\]$", "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(Separators.createDefaultInstance()
        .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter);
  }
}
