package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;

/** What a feed reads from a file, without Spark; the account adds up, or the test fails. */
record Reading(List<Row> rows, List<Row> rejects, FileAccount account) {
  static Reading of(FeedReader feed, Table table, String path, String text) {
    return of(feed, table, path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(FeedReader feed, Table table, String path, byte[] bytes) {
    try {
      LandingFile file = LandingFile.of(path, feed.feed(), "", bytes.length);
      Charset charset = Lines.charsetOf(new ByteArrayInputStream(bytes));
      Emitter rows = Emitter.ofRows(file, table);
      run(feed.open(file, charset, new ByteArrayInputStream(bytes)), rows);
      Emitter rejects = Emitter.ofSurvey(file);
      run(feed.open(file, charset, new ByteArrayInputStream(bytes)), rejects);
      FileAccount account = rejects.account("", charset.name());
      assertThat(account.addsUp()).isTrue();
      assertThat(rows.account("", charset.name())).isEqualTo(account);
      return new Reading(allOf(rows), allOf(rejects), account);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Row> allOf(Emitter emitter) {
    return emitter.ready().stream().map(Reading::row).toList();
  }

  /** A row that a feed or an emitter made, as the cells of its columns. */
  @SuppressWarnings("unchecked")
  static Row row(Object made) {
    return made instanceof Record record
        ? RowFactory.create(
            RecordForm.of((Class<Record>) record.getClass()).values(record).toArray())
        : (Row) made;
  }

  private static void run(RecordCursor cursor, Emitter out) throws IOException {
    while (cursor.advance(out)) {
      // until the end
    }
  }

  /** Number and reason of each reject. */
  List<String> reasons() {
    return rejects.stream().map(r -> r.getLong(2) + " " + r.getString(6)).toList();
  }
}
