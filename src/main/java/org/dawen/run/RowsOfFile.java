package org.dawen.run;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Rows;
import scala.Tuple2;

/**
 * The rows of one file of a followed table.
 *
 * @param place of the table among those followed
 */
record RowsOfFile(Pass pass, int place, Rows<?> rows) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Each row as bytes behind the place of its table, by the key of its entity. */
  Iterator<Tuple2<String, byte[]>> byKey() {
    return byKey(pass.spec().follows().get(place));
  }

  @SuppressWarnings("unchecked")
  private <R extends Record> Iterator<Tuple2<String, byte[]>> byKey(PassSpec.Followed<R> followed) {
    RecordBytes<R> bytes = new RecordBytes<>(followed.type());
    return StreamSupport.stream(((Rows<R>) rows).spliterator(), false)
        .filter(row -> followed.key().apply(row) != null)
        .map(row -> new Tuple2<>(followed.key().apply(row), bytes.write(place, row)))
        .iterator();
  }
}
