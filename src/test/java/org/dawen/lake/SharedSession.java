package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** One session for all tests of a JVM: starting one costs more than most tests. */
public final class SharedSession {
  private static SparkSession session;

  private SharedSession() {}

  public static synchronized SparkSession spark() {
    if (session == null) {
      try {
        Path scratch = Files.createTempDirectory("dawen-test-session-");
        session = Sessions.embedded(2, scratch.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> session.stop()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return session;
  }
}
