package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models of a few lines, for the tests of the runner. */
final class SmallModels {

  private final Path folder;

  SmallModels(Path folder) {
    this.folder = folder;
  }

  /** Writes a module, in an encoding that is not UTF-8, under the name that its header gives. */
  Path module(String text) throws IOException {
    String name = text.replaceFirst("(?s).*?-{4,} *MODULE (\\w+).*", "$1");
    return Files.writeString(folder.resolve(name + ".tla"), text, StandardCharsets.ISO_8859_1);
  }

  Path config(String module, String text) throws IOException {
    return Files.writeString(folder.resolve(module + ".cfg"), text);
  }

  /** A run of what has been written. */
  Tlc tlc(String module, String config) throws IOException {
    return new Tlc(folder.resolve(module + ".tla"), config(module, config)).folder(folder).small();
  }

  TlcResult run(String module, String config) throws IOException, InterruptedException {
    return tlc(module, config).run();
  }
}
