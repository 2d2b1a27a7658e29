package org.dawen.lake;

import java.io.Serializable;

/**
 * A data file that a task has written and no log names yet. If none ever does, because the task was
 * tried again or the night was killed, nobody reads it and {@code maintain} deletes it.
 *
 * @param path relative to the folder of the table
 * @param folder the value of the folder column; null without one
 * @param bytes its length
 * @param writtenAtMillis its own time, which the log repeats: a file of another time is looked
 *     through by {@link LakeInspection} every night
 * @param rows number of rows
 * @param statistics what Delta's log keeps of its values, as JSON (Delta protocol, "Per-file
 *     Statistics")
 */
public record WrittenFile(
    String path, String folder, long bytes, long writtenAtMillis, long rows, String statistics)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
