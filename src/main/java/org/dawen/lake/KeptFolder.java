package org.dawen.lake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder beside the tables for what a job keeps from one night to the next to save itself work.
 * It is no truth: whoever reads it must know by its content whether it still fits, and every table
 * is the same if the folder is gone. May be used by tasks too.
 */
public final class KeptFolder implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String UNFINISHED = ".unfinished";

  private final String folder;

  KeptFolder(String folder) {
    this.folder = folder;
  }

  /** Writes content to a stream. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Reads content from a stream. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  /** Names of what is kept, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      FileSystem fs = files();
      Path path = new Path(folder);
      if (fs.exists(path)) {
        for (FileStatus file : fs.listStatus(path)) {
          String name = file.getPath().getName();
          if (!name.startsWith(".")) {
            names.add(name);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    names.sort(null);
    return names;
  }

  /** Keeps content under a name in place of any other; whole or not at all. */
  public void keep(String name, Writing content) {
    Path path = new Path(folder, name);
    Path unfinished = new Path(folder, "." + name + "." + UUID.randomUUID() + UNFINISHED);
    try {
      FileSystem fs = files();
      try (OutputStream out = new BufferedOutputStream(fs.create(unfinished, true), BUFFER_BYTES)) {
        content.to(out);
      }
      fs.delete(path, false);
      if (!fs.rename(unfinished, path)) {
        throw new IOException("cannot rename " + unfinished + " to " + path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  /** Reads what is kept under a name. */
  public <T> T read(String name, Reading<T> reading) {
    Path path = new Path(folder, name);
    try (InputStream in = new BufferedInputStream(files().open(path), BUFFER_BYTES)) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Removes everything but these names, and what a killed run left unfinished. */
  public void retain(List<String> names) {
    try {
      FileSystem fs = files();
      Path path = new Path(folder);
      if (fs.exists(path)) {
        for (FileStatus file : fs.listStatus(path)) {
          if (!names.contains(file.getPath().getName())) {
            fs.delete(file.getPath(), false);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(Sessions.hadoopOfTask());
  }
}
