package org.atomicvalue.examples;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.WaitFreeAtomicValue;

/**
 * A configuration that is reloaded when its file changes, while workers read it.
 *
 * <p>Each version is an immutable object. A worker loads it once per request and so works with one version from start
 * to end, whatever happens to the file meanwhile.
 */
public final class ReloadedConfiguration implements AutoCloseable {

  /** One version of the configuration. */
  public record Configuration(String greeting, int repetitions) {

    static Configuration read(Path file) throws IOException {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      String greeting = properties.getProperty("greeting");
      if (greeting == null) {
        throw new IllegalArgumentException("the property greeting is missing");
      }
      return new Configuration(greeting, Integer.parseInt(properties.getProperty("repetitions")));
    }

    String greet(String name) {
      return (greeting + ", ").repeat(repetitions) + name + "!";
    }
  }

  private final WaitFreeAtomicValue<Configuration> current = new WaitFreeAtomicValue<>();
  private final Path file;
  private final WatchService watch;

  /** Reads the configuration, then keeps watching the file until closed. */
  public ReloadedConfiguration(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    watch = this.file.getFileSystem().newWatchService();
    this.file
        .getParent()
        .register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    // Read after the watch has begun, so that no change falls in between.
    current.store(Configuration.read(this.file));
    Thread reloader = new Thread(this::reloadOnChange, "configuration-reloader");
    reloader.setDaemon(true);
    reloader.start();
  }

  /** Returns the current version. Wait-free: to be called by any number of workers, as often as they like. */
  public Configuration current() {
    return current.load();
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }

  private void reloadOnChange() {
    try {
      while (true) {
        WatchKey key = watch.take();
        boolean changed = key.pollEvents().stream().anyMatch(event -> file.getFileName().equals(event.context()));
        if (changed) {
          reload();
        }
        key.reset();
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      // Closed: the last version stays current.
    }
  }

  private void reload() {
    try {
      current.store(Configuration.read(file));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("Keeping the previous configuration, as " + file + " cannot be read: " + e);
    }
  }

  /** Replaces the file in one step, so that nobody reads half of it. */
  static void write(Path file, Configuration configuration) {
    Properties properties = new Properties();
    properties.setProperty("greeting", configuration.greeting());
    properties.setProperty("repetitions", String.valueOf(configuration.repetitions()));
    try {
      Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "next", ".tmp");
      try (var writer = Files.newBufferedWriter(next)) {
        properties.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Four workers serve requests while the configuration changes, until each has served one with the new version. */
  public static void main(String[] args) throws Exception {
    Configuration before = new Configuration("Hello", 1);
    Configuration after = new Configuration("Good evening", 2);
    Path folder = Files.createTempDirectory("reloaded-configuration");
    Path file = folder.resolve("server.properties");
    write(file, before);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try (ReloadedConfiguration configuration = new ReloadedConfiguration(file)) {
      List<Future<?>> done = new ArrayList<>();
      CountDownLatch greeted = new CountDownLatch(4);
      for (int i = 0; i < 4; i++) {
        String worker = "worker " + i;
        done.add(workers.submit(() -> {
          System.out.println(configuration.current().greet(worker));
          greeted.countDown();
          Configuration served;
          do {
            Thread.sleep(10); // A request comes in.
            served = configuration.current();
          } while (!served.equals(after));
          System.out.println(served.greet(worker));
          return null;
        }));
      }
      greeted.await();
      write(file, after);
      for (Future<?> worker : done) {
        worker.get();
      }
    } finally {
      workers.shutdownNow();
      Files.delete(file);
      Files.delete(folder);
    }
  }
}
