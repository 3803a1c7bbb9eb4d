package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * The file that receives what TLC prints. A configuration always has the same one, and no other configuration has it,
 * even if it is called the same; of runs of one configuration side by side, each gets a file of its own.
 */
final class LogFile implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final PrintWriter writer;

  private LogFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
    this.writer = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
  }

  static LogFile of(Path folder, Path config) throws IOException {
    CRC32 hash = new CRC32();
    hash.update(config.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    String name = "%s-%08x".formatted(config.getFileName().toString().replaceFirst("\\.cfg$", ""), hash.getValue());
    for (int run = 1;; run++) {
      Path path = folder.resolve(name + (run == 1 ? "" : "-" + run) + ".log");
      FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel)) {
        channel.truncate(0);
        return new LogFile(path, channel);
      }
      channel.close();
    }
  }

  /** Whether nobody else writes into it, in this JVM or another one. It stays locked until it is closed. */
  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  PrintWriter writer() {
    return writer;
  }

  @Override
  public void close() throws IOException {
    writer.flush();
    channel.close();
  }
}
