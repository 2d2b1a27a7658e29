package org.dawen.intake;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.dawen.lake.Table;

/**
 * Reads landing files inside Spark tasks, one record after another. Each file is read twice: the
 * survey counts, hashes and hands on rejects; the taking-in hands on the rows and makes sure that
 * the bytes are still those that were surveyed.
 */
final class FileReading {
  /** Marks the message of the error that a file is no longer what was surveyed. */
  static final String CHANGED = "landing file changed while it was read: ";

  private FileReading() {}

  /** A file with what reads it. */
  record Task(FeedReader reader, LandingFile file) implements Serializable {}

  /** A surveyed file with what reads it. */
  record SurveyedTask(FeedReader reader, FileAccount account) implements Serializable {}

  /** Gives, for each file, its rejects as rows, then its {@link FileAccount}. */
  static final class Survey implements FlatMapFunction<Iterator<Task>, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Object> call(Iterator<Task> tasks) {
      return new Surveying(tasks);
    }
  }

  private static final class Surveying implements Iterator<Object> {
    private final Iterator<Task> tasks;
    private Open open;
    private FileAccount account;

    Surveying(Iterator<Task> tasks) {
      this.tasks = tasks;
    }

    @Override
    public boolean hasNext() {
      try {
        while (account == null) {
          if (open == null) {
            if (!tasks.hasNext()) {
              return false;
            }
            open = openForSurvey(tasks.next());
          }
          if (!open.emitter.ready().isEmpty()) {
            return true;
          }
          if (!open.cursor.advance(open.emitter)) {
            open.reportBrokenContent();
            if (open.emitter.ready().isEmpty()) {
              account = open.emitter.account(open.content.sha256Hex(), open.charset.name());
              open.content.close();
              open = null;
            }
          }
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (account != null) {
        FileAccount done = account;
        account = null;
        return done;
      }
      return open.emitter.ready().poll();
    }
  }

  /**
   * Gives the rows of one table from files that have been surveyed.
   *
   * @param <R> bare rows if their feed makes bare rows
   */
  static final class TakeIn<R> implements FlatMapFunction<Iterator<SurveyedTask>, R> {
    private static final long serialVersionUID = 1L;
    private final Table table;

    TakeIn(Table table) {
      this.table = table;
    }

    @Override
    public Iterator<R> call(Iterator<SurveyedTask> tasks) {
      return new Taking<>(tasks, table);
    }
  }

  private static final class Taking<R> implements Iterator<R> {
    private final Iterator<SurveyedTask> tasks;
    private final Table table;
    private Open open;
    private FileAccount surveyed;

    Taking(Iterator<SurveyedTask> tasks, Table table) {
      this.tasks = tasks;
      this.table = table;
    }

    @Override
    public boolean hasNext() {
      try {
        while (true) {
          if (open == null) {
            if (!tasks.hasNext()) {
              return false;
            }
            SurveyedTask task = tasks.next();
            surveyed = task.account();
            open =
                new Open(
                    task.reader(),
                    surveyed.file(),
                    Charset.forName(surveyed.charset()),
                    Emitter.ofRows(surveyed.file(), table));
          }
          if (!open.emitter.ready().isEmpty()) {
            return true;
          }
          if (!open.cursor.advance(open.emitter)) {
            requireSurveyedBytes();
            open.content.close();
            open = null;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void requireSurveyedBytes() throws IOException {
      if (!open.content.sha256Hex().equals(surveyed.sha256())) {
        throw new IOException(CHANGED + surveyed.file().fileId());
      }
    }

    @Override
    @SuppressWarnings("unchecked") // what a feed makes, it has declared
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return (R) open.emitter.ready().poll();
    }
  }

  private static Open openForSurvey(Task task) throws IOException {
    Charset charset = StandardCharsets.UTF_8;
    if (task.reader().isText()) {
      try (LandingContent content = LandingContent.open(task.file())) {
        charset = Lines.charsetOf(content.bytes());
      }
    }
    return new Open(task.reader(), task.file(), charset, Emitter.ofRejects(task.file()));
  }

  /** A file being read. */
  private static final class Open {
    private final LandingContent content;
    private final Charset charset;
    private final Emitter emitter;
    private final RecordCursor cursor;
    private boolean hasReportedBreak;

    Open(FeedReader reader, LandingFile file, Charset charset, Emitter emitter) throws IOException {
      this.content = LandingContent.open(file);
      this.charset = charset;
      this.emitter = emitter;
      if (content.isFalselyNamed() && file.lengthBytes() > 0) {
        emitter.refuse(RejectReason.NOT_GZIP, "The file is named .gz but is not gzip.", "");
        this.cursor = out -> false;
      } else {
        this.cursor = reader.open(file, charset, content.bytes());
      }
    }

    /** Compressed data that broke off: what is missing is one record nobody can read. */
    void reportBrokenContent() {
      if (content.isBroken() && !hasReportedBreak) {
        hasReportedBreak = true;
        emitter.rejectRecord(
            emitter.recordsSoFar() + 1,
            null,
            RejectReason.TRUNCATED_GZIP,
            "The compressed file is cut off or damaged; the records before were read.",
            "");
      }
    }
  }
}
