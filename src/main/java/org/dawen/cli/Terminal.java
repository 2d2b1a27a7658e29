package org.dawen.cli;

import org.dawen.lake.Message;
import org.dawen.run.FailureWords;
import org.dawen.run.Progress;

/** Progress on standard error, each line with the seconds since the start. */
final class Terminal implements Progress {
  private final long start = System.nanoTime();

  @Override
  public synchronized void step(Message sentence) {
    System.err.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, sentence.text());
  }

  @Override
  public synchronized void warn(Message sentence) {
    System.err.println(FailureWords.withoutSecrets(Message.of("note", sentence).text()));
  }
}
