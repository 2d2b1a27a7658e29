package org.dawen.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.dawen.lake.Message;
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

  /** Marks what the survey reports of files and slices; everything else it returns is a row. */
  interface Found extends Serializable {
    String fileId();
  }

  /** Finds one element after another when it is asked for. */
  private abstract static class Ahead<T> implements Iterator<T> {
    private T next;

    /** The next element; null behind the last. */
    abstract T find() throws IOException;

    @Override
    public boolean hasNext() {
      try {
        next = next == null ? find() : next;
        return next != null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      T found = next;
      next = null;
      return found;
    }
  }

  /**
   * A file with what reads it.
   *
   * @param slice the stretch of it that is read; null: all
   */
  record Task(FeedReader reader, LandingFile file, FileSlice slice) implements Serializable {
    Task(FeedReader reader, LandingFile file) {
      this(reader, file, null);
    }

    /** A file as one task or, if it is large and can be cut, as several. */
    static List<Task> of(FeedReader reader, LandingFile file) {
      List<FileSlice> slices = FileSlice.of(file.lengthBytes(), reader.sliceBytes(file.fileId()));
      return slices.isEmpty()
          ? List.of(new Task(reader, file))
          : slices.stream().map(s -> new Task(reader, file, s)).toList();
    }

    /** Bytes to be read; hashing is lighter work than decoding. */
    long bytes() {
      return slice == null
          ? file.lengthBytes()
          : slice.isHash() ? file.lengthBytes() / 8 : slice.to() - slice.from();
    }
  }

  /**
   * A file that was listed but could not be opened.
   *
   * @param isVanished it was not there any more; else it may not be read
   */
  record Gone(String fileId, boolean isVanished) implements Found {
    static Gone of(LandingFile file, FileNotFoundException e) {
      // Hadoop says so of files that this user may not read, too.
      boolean isForbidden = e.getMessage() != null && e.getMessage().contains("ermission denied");
      return new Gone(file.fileId(), !isForbidden);
    }

    Message inWords() {
      return isVanished
          ? Message.of("intake.vanished", fileId)
          : Message.of("intake.forbidden", fileId);
    }
  }

  /** A surveyed file with what reads it. */
  record SurveyedTask(FeedReader reader, FileAccount account) implements Serializable {}

  /**
   * Gives, for each file, its rejects as rows and, of feeds that are read once, {@link KeptRows},
   * then its {@link FileAccount}; of slices what {@link FileSlice} says.
   */
  static Iterator<Object> survey(Iterator<Task> tasks) {
    return new Surveying(tasks);
  }

  private static final class Surveying extends Ahead<Object> {
    private final Iterator<Task> tasks;
    private Open open;

    Surveying(Iterator<Task> tasks) {
      this.tasks = tasks;
    }

    @Override
    Object find() throws IOException {
      while (open != null || tasks.hasNext()) {
        if (open == null) {
          Object instead = begin(tasks.next());
          if (instead != null) {
            return instead;
          }
        } else if (open.hasReady()) {
          return open.poll();
        } else if (!open.cursor.advance(open.emitter)) {
          open.reportBrokenContent();
          open.refuseIfTooMuch();
          open.emitter.keepLast();
          if (!open.hasReady()) {
            Object account = open.account();
            open.close();
            open = null;
            return account;
          }
        }
      }
      return null;
    }

    /** Opens a file; gives what is found in its place if there is nothing to read. */
    private Object begin(Task task) throws IOException {
      try {
        if (task.slice() != null && task.slice().isHash()) {
          return SliceContent.hash(task.file(), task.slice());
        }
        open = openForSurvey(task);
        return null;
      } catch (FileNotFoundException e) {
        return Gone.of(task.file(), e);
      }
    }
  }

  /** Gives the rows of one table from files that have been surveyed. */
  static Iterator<Record> rows(Table table, Iterator<SurveyedTask> tasks) {
    return new Taking(tasks, table);
  }

  private static final class Taking extends Ahead<Record> {
    private final Iterator<SurveyedTask> tasks;
    private final Table table;
    private Open open;
    private FileAccount surveyed;

    Taking(Iterator<SurveyedTask> tasks, Table table) {
      this.tasks = tasks;
      this.table = table;
    }

    @Override
    Record find() throws IOException {
      while (open != null || tasks.hasNext()) {
        if (open == null) {
          SurveyedTask task = tasks.next();
          surveyed = task.account();
          open = openSurveyed(task);
        } else if (!open.emitter.ready().isEmpty()) {
          return (Record) open.emitter.ready().poll();
        } else if (!open.cursor.advance(open.emitter)) {
          requireSurveyedBytes();
          open.close();
          open = null;
        }
      }
      return null;
    }

    private Open openSurveyed(SurveyedTask task) throws IOException {
      try {
        return new Open(
            task.reader(),
            surveyed.file(),
            Charset.forName(surveyed.charset()),
            Emitter.ofRows(surveyed.file(), table));
      } catch (FileNotFoundException e) {
        throw new IOException(CHANGED + surveyed.fileId(), e);
      }
    }

    private void requireSurveyedBytes() throws IOException {
      if (!open.content.sha256Hex().equals(surveyed.sha256())) {
        throw new IOException(CHANGED + surveyed.fileId());
      }
    }
  }

  /** Gives the rows of one table that the survey packed, from the files that are taken in. */
  static final class Unpack implements FlatMapFunction<Iterator<Object>, Record> {
    private static final long serialVersionUID = 1L;
    private final FeedReader feed;
    private final Table table;
    private final HashMap<String, String> hashes = new HashMap<>();
    private final SlicedFiles sliced;

    Unpack(FeedReader feed, Table table, List<FileAccount> files, SlicedFiles sliced) {
      this.feed = feed;
      this.table = table;
      this.sliced = sliced;
      files.forEach(a -> hashes.put(a.fileId(), a.sha256()));
    }

    @Override
    public Iterator<Record> call(Iterator<Object> found) {
      return new Ahead<>() {
        private Iterator<? extends Record> rows = Collections.emptyIterator();

        @Override
        Record find() throws IOException {
          while (!rows.hasNext() && found.hasNext()) {
            Object next = found.next();
            if (next instanceof KeptRows kept && wants(kept)) {
              rows = feed.unpack(kept, sliced.recordsBefore(kept.fileId(), kept.slice()));
            } else {
              requireSurveyedBytes(next);
            }
          }
          return rows.hasNext() ? rows.next() : null;
        }
      };
    }

    private boolean wants(KeptRows rows) {
      return rows.table().equals(table.name()) && isTaken(rows.fileId(), rows.slice());
    }

    /** What a cluster has lost it reads again: it must still be the bytes that were surveyed. */
    private void requireSurveyedBytes(Object found) throws IOException {
      if (found instanceof FileAccount a) {
        String fileId = a.fileId();
        if (isTaken(fileId, FileSlice.WHOLE) && !hashes.get(fileId).equals(a.sha256())) {
          throw new IOException(CHANGED + fileId);
        }
      } else if (found instanceof FileSlice.Account a) {
        String fileId = a.fileId();
        if (isTaken(fileId, a.slice()) && sliced.check(fileId, a.slice()) != a.check()) {
          throw new IOException(CHANGED + fileId);
        }
      }
    }

    private boolean isTaken(String fileId, int slice) {
      return hashes.containsKey(fileId) && sliced.stands(fileId, slice);
    }
  }

  /** Gives the rejects; those of slices numbered within the whole file. */
  static Iterator<Reject> rejects(SlicedFiles sliced, Iterator<Object> found) {
    Iterable<Object> once = () -> found;
    return StreamSupport.stream(once.spliterator(), false)
        .map(o -> o instanceof FileSlice.Rejected r ? sliced.reject(r) : o)
        .filter(o -> o instanceof Reject)
        .map(o -> (Reject) o)
        .iterator();
  }

  private static Open openForSurvey(Task task) throws IOException {
    LandingFile file = task.file();
    return task.slice() == null
        ? new Open(
            task.reader(),
            file,
            task.reader().charsetOf(file),
            Emitter.ofSurvey(file, task.reader()))
        : new Open(task.reader(), file, task.slice());
  }

  /** A file, or a slice of one, being read. */
  private static final class Open {
    private final LandingContent content;
    private final SliceContent sliceContent;
    private final FileSlice slice;
    private final LandingFile file;
    private final Charset charset;
    private final Emitter emitter;
    private final RecordCursor cursor;
    private boolean hasReportedBreak;

    Open(FeedReader reader, LandingFile file, Charset charset, Emitter emitter) throws IOException {
      this.content = LandingContent.open(file);
      this.sliceContent = null;
      this.slice = null;
      this.file = file;
      this.charset = charset;
      this.emitter = emitter;
      if (content.isFalselyNamed() && file.lengthBytes() > 0) {
        emitter.refuse(RejectReason.NOT_GZIP, "The file is named .gz but is not gzip.", "");
        this.cursor = out -> false;
      } else if (!content.workbook().refusal().isEmpty()) {
        emitter.refuse(content.workbook().reason(), content.workbook().refusal(), "");
        this.cursor = out -> false;
      } else {
        this.cursor = reader.open(file, charset, content.bytes());
      }
    }

    Open(FeedReader reader, LandingFile file, FileSlice slice) throws IOException {
      this.content = null;
      this.sliceContent = new SliceContent(file, slice);
      this.slice = slice;
      this.file = file;
      this.charset = StandardCharsets.UTF_8;
      this.emitter = Emitter.ofSurvey(file);
      this.cursor = reader.openSlice(file, sliceContent, slice);
    }

    boolean hasReady() {
      return !emitter.ready().isEmpty() || !emitter.kept().isEmpty();
    }

    Object poll() {
      if (!emitter.kept().isEmpty()) {
        return emitter.kept().poll();
      }
      Object reject = emitter.ready().poll();
      return slice == null
          ? reject
          : new FileSlice.Rejected(file.fileId(), slice.no(), (Reject) reject);
    }

    Object account() throws IOException {
      if (slice == null) {
        // Of a file that changed meanwhile no hash holds: the taking-in leaves it to the next
        // night.
        String hash = content.sha256Hex();
        emitter.noteBefore(content.workbook().note());
        return emitter.account(cursor.isAsLookedAt(hash) ? hash : "", charset.name());
      }
      return new FileSlice.Account(
          emitter.account("", charset.name()),
          slice.no(),
          cursor.firstAt(),
          cursor.endsAt(),
          cursor.lines(),
          sliceContent.check());
    }

    void close() throws IOException {
      if (slice == null) {
        content.close();
      } else {
        sliceContent.close();
      }
    }

    /** A bomb: what stood before its end is counted, nothing of it is taken. */
    void refuseIfTooMuch() {
      if (slice == null && content.isTooMuch() && !hasReportedBreak) {
        hasReportedBreak = true;
        emitter.refuse(
            RejectReason.UNPACKS_TOO_LARGE,
            "The compressed file of %,d bytes gives more than %,d bytes; nothing of it was taken."
                .formatted(file.lengthBytes(), content.mostBytes()),
            "");
      }
    }

    /** Compressed data that broke off: what is missing is one record nobody can read. */
    void reportBrokenContent() {
      if (slice == null && content.isBroken() && !hasReportedBreak) {
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
