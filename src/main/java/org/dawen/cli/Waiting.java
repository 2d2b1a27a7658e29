package org.dawen.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import org.dawen.lake.Message;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Tells a person at a terminal that their question is being answered, until the answer begins. */
final class Waiting implements AutoCloseable {
  private static final long PATIENCE_MS = 2_000;
  private static final long SECOND_MS = 1_000;

  private final PrintStream out;
  private final Timer timer = new Timer("waiting", true);
  private boolean isTold;
  private boolean isOver;
  private Boolean isAtTerminal;

  /**
   * Begins to wait.
   *
   * @param into where the answer goes
   */
  Waiting(PrintStream into) {
    out = new PrintStream(new Answer(into), false, StandardCharsets.UTF_8);
    long start = System.nanoTime();
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            if (!isSeen()) {
              cancel();
              return;
            }
            tell((System.nanoTime() - start) / 1_000_000_000);
          }
        };
    timer.schedule(task, PATIENCE_MS, SECOND_MS);
  }

  /** The answer, whose first byte ends the waiting. */
  PrintStream out() {
    return out;
  }

  private synchronized void tell(long seconds) {
    if (!isOver) {
      isTold = true;
      System.err.print("\r" + Message.of("sql.waiting", seconds).text() + " ");
    }
  }

  /** Asked only if a question takes long: it costs a process. */
  private boolean isSeen() {
    if (isAtTerminal == null) {
      try {
        isAtTerminal = TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
      } catch (IOException e) {
        isAtTerminal = false;
      }
    }
    return isAtTerminal;
  }

  private synchronized void end() {
    if (!isOver && isTold) {
      System.err.print("\r" + " ".repeat(40) + "\r");
    }
    isOver = true;
  }

  @Override
  public void close() {
    end();
    out.flush();
    timer.cancel();
  }

  private final class Answer extends FilterOutputStream {
    Answer(OutputStream into) {
      super(into);
    }

    @Override
    public void write(int b) throws IOException {
      end();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      end();
      out.write(bytes, from, length);
    }
  }
}
