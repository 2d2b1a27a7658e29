package org.dawen.cli;

import org.dawen.run.FailureWords;
import org.dawen.run.Progress;

/** Progress on standard error, each line with the seconds since the start. */
final class Terminal implements Progress {
  private final long start = System.nanoTime();

  @Override
  public synchronized void step(String sentence) {
    System.err.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, sentence);
  }

  @Override
  public synchronized void warn(String sentence) {
    System.err.println("note: " + FailureWords.withoutSecrets(sentence));
  }
}
