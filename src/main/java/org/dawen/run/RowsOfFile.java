package org.dawen.run;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Rows;
import scala.Tuple2;

/**
 * The rows of one file of a followed table.
 *
 * @param place of the table among those followed
 */
record RowsOfFile(int place, Rows<?> rows) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Each row as bytes behind the place of its table, by the key of its entity. */
  Iterator<Tuple2<String, byte[]>> byKey(PassTask task) {
    return byKey(task.pass().spec().follows().get(place), task.references());
  }

  @SuppressWarnings("unchecked")
  private <R extends Record> Iterator<Tuple2<String, byte[]>> byKey(
      PassSpec.Followed<R> followed, References references) {
    RecordBytes<R> bytes = new RecordBytes<>(followed.type());
    Function<R, String> keys = followed.keys().apply(references);
    return StreamSupport.stream(((Rows<R>) rows).spliterator(), false)
        .map(row -> keyed(keys.apply(row), row, bytes))
        .filter(Objects::nonNull)
        .iterator();
  }

  /** Null: the row belongs to no entity. */
  private <R extends Record> Tuple2<String, byte[]> keyed(String key, R row, RecordBytes<R> bytes) {
    return key == null ? null : new Tuple2<>(key, bytes.write(place, row));
  }
}
