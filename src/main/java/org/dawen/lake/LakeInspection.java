package org.dawen.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Holds what is stored of a table against its log: every data file that the newest version names
 * must be there with its length. Reads no rows and needs no session.
 */
public final class LakeInspection {
  /** How much of the data files is read. */
  public enum Depth {
    /** Nothing of files that are as old as the log says; of others at most {@link #MOST_BYTES}. */
    EVERY_NIGHT,
    /** Every byte. */
    CONTENT
  }

  /** What a night reads of files whose time says that somebody may have written into them. */
  private static final long MOST_BYTES = 256L << 20;

  /** Archives keep times in whole seconds. */
  private static final long SAME_TIME_MILLIS = 2_000;

  private LakeInspection() {}

  /**
   * What is wrong with these tables; empty if they are whole. A table that is not there is whole.
   */
  public static List<Damage> of(Lake lake, List<Table> tables, Depth depth) {
    return tables.parallelStream().flatMap(t -> of(lake, t, depth).stream()).toList();
  }

  /** What is wrong with a table: at most one finding. */
  public static List<Damage> of(Lake lake, Table table, Depth depth) {
    String path = lake.path(table);
    try {
      if (new CommitLog(new Path(path), lake.hadoop()).newestVersion() < 0) {
        return List.of();
      }
      DataFiles files = DataFiles.of(path, table.day(), lake.hadoop());
      lake.note(table, files);
      return ofFiles(lake, table, files.files(), depth);
    } catch (RuntimeException e) {
      if (!CommitLog.isDamage(e)) {
        throw e;
      }
      return List.of(Damage.ofLog(table, path, e));
    }
  }

  /** Does what reads rows; if it fails because a data file is damaged, that is what it says. */
  static void ofFailure(Lake lake, Table table, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      List<Damage> found = e instanceof Trouble ? List.of() : of(lake, table, Depth.CONTENT);
      if (found.isEmpty()) {
        throw e;
      }
      throw Damage.trouble(found, e);
    }
  }

  private static List<Damage> ofFiles(
      Lake lake, Table table, List<DataFiles.DataFile> files, Depth depth) {
    List<Message> faults = new ArrayList<>();
    Map<Path, Map<String, FileStatus>> folders = new HashMap<>();
    long left = depth == Depth.CONTENT ? Long.MAX_VALUE : MOST_BYTES;
    for (DataFiles.DataFile file : files) {
      Path path = new Path(file.status().getPath());
      FileStatus stored =
          folders
              .computeIfAbsent(path.getParent(), p -> listed(p, lake.hadoop()))
              .get(path.getName());
      Message fault = null;
      if (stored == null) {
        fault = Message.of("damage.file-missing", path.getName());
      } else if (stored.getLen() != file.status().getSize()) {
        fault =
            Message.of(
                "damage.file-length", path.getName(), stored.getLen(), file.status().getSize());
      } else if (depth == Depth.CONTENT || isWrittenLater(file, stored)) {
        left -= stored.getLen();
        fault = left < 0 ? null : DataFileContent.fault(path, lake.hadoop());
      }
      if (fault != null) {
        faults.add(fault);
      }
    }
    return faults.isEmpty()
        ? List.of()
        : List.of(
            Damage.ofFiles(
                lake,
                table,
                faults,
                List.of("damage.one-data-file", "damage.data-files", "damage.many-data-files")));
  }

  /** An object store gives the time of its own, so nothing follows from it there. */
  private static boolean isWrittenLater(DataFiles.DataFile file, FileStatus stored) {
    long logged = file.status().getModificationTime();
    return "file".equals(stored.getPath().toUri().getScheme())
        && Math.abs(stored.getModificationTime() - logged) > SAME_TIME_MILLIS;
  }

  private static Map<String, FileStatus> listed(Path folder, Configuration hadoop) {
    Map<String, FileStatus> files = new HashMap<>();
    try {
      FileSystem fs = folder.getFileSystem(hadoop);
      for (FileStatus file : fs.listStatus(folder)) {
        files.put(file.getPath().getName(), file);
      }
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return files;
  }
}
