package org.atomicvalue.checkers.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.atomicvalue.checkers.jvm.Command;

/**
 * Runs TLC in its distributed mode, all on this machine: a server that keeps the states, and workers that compute the
 * successors. On a fleet one starts the same two main classes on several machines.
 *
 * <p>The distributed mode checks invariants and action properties. It knows no liveness, and it counts neither the
 * steps of each action nor, since the workers race, the exact depth.
 */
public final class DistributedTlc {

  private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();
  private static final int SECONDS_TO_END = 60;

  private final Path module;
  private final Path config;
  private final List<Path> library;
  private final Path folder;

  /** @param library the folders with the modules that the model needs, and only those: TLC looks nowhere else */
  public DistributedTlc(Path module, Path config, List<Path> library, Path folder) {
    this.module = module;
    this.config = config;
    this.library = library;
    this.folder = folder;
  }

  /** Runs a server and as many workers to their end. When it returns, none of them is left. */
  public TlcResult run(int workers) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path log = folder.resolve("server.log");
    Path states = Files.createTempDirectory(folder.toAbsolutePath(), "states-");
    int port = freePort();
    List<Process> processes = new ArrayList<>();
    long start = System.nanoTime();
    try {
      Process server = command(port, states, "tlc2.tool.distributed.TLCServer", "-tool", "-metadir", states.toString(),
          "-config", config.toAbsolutePath().toString(), module.toAbsolutePath().toString()).start();
      processes.add(server);
      // A worker that finds no server yet waits, ever longer; so they start when the server says that it is ready.
      TlcOutput output = new TlcOutput(new ModelText(module, config, library), false);
      try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
          PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          copy.println(line);
          output.accept(line);
          if (line.startsWith("TLC server at ")) {
            for (int i = 1; i <= workers; i++) {
              processes.add(command(port, states, "tlc2.tool.distributed.TLCWorker", LOOPBACK)
                  .start(folder.resolve("worker-" + i + ".log")));
            }
          }
        }
      }
      int exitCode = server.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      for (Process worker : processes) {
        if (!worker.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
          throw new IllegalStateException("a TLC worker does not end although the server has; see " + folder);
        }
      }
      return output.result(exitCode, false, Set.of(), seconds, log);
    } finally {
      processes.forEach(Process::destroyForcibly);
      GuardedMain.deleteRecursively(states);
    }
  }

  private Command command(int port, Path states, String... mainAndArguments) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(states.toString(), LoopbackMain.class.getName()));
    arguments.addAll(List.of(mainAndArguments));
    List<String> options = List.of(
        "-Djava.rmi.server.hostname=" + LOOPBACK,
        "-Dtlc2.tool.distributed.TLCServer.port=" + port,
        "-Dtlc2.tool.distributed.TLCWorker.threadCount=1");
    return TlcJvm.of(options, Files.createDirectories(folder.resolve("tmp")), library, List.of()).command(arguments);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
