package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.run.JobInput;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long ledger, computed by a task and gone on with, is the ledger computed at once. */
class LedgerJobTest {
  private static final LedgerJob HERE = new LedgerJob();
  private static final LedgerJob BY_TASK = new LedgerJob(0);
  private static final DaySet ALL = DaySet.between(LocalDate.of(2024, 1, 1), null);
  private static final DaySet FROM_MAY = DaySet.between(LocalDate.of(2024, 5, 1), null);

  @TempDir private Path folder;

  private Lake lake(String name) {
    return new Lake(SharedSession.spark(), folder.resolve(name).toString());
  }

  private static Object[] certify(long no, String day, String mass) {
    return new Object[] {no, day, "CERTIFY", "370902", "NOx", mass, null, null};
  }

  private static Object[] allocate(long no, String day, String need, String project) {
    return new Object[] {no, day, "ALLOCATE_COUNTY", "370902", "NOx", need, project, null};
  }

  private static Object[] reverse(long no, String day, long of) {
    return new Object[] {no, day, "REVERSE", null, null, null, null, of};
  }

  /** Two months and the beginning of a third. */
  private static List<Object[]> spring() {
    return List.of(
        certify(1, "2024-03-04", "10.0000"),
        allocate(2, "2024-03-20", "3.0000", "P1"),
        certify(3, "2024-04-02", "5.0000"),
        allocate(4, "2024-04-11", "50.0000", "P2"),
        allocate(5, "2024-05-03", "2.5000", "P1"));
  }

  /** Undoes an entry of a saved month, draws what became free, and names a refused one. */
  private static List<Object[]> later() {
    return List.of(
        reverse(6, "2024-05-20", 2),
        allocate(7, "2024-05-21", "7.5000", "P3"),
        reverse(8, "2024-06-01", 4));
  }

  private static void receive(Lake lake, List<Object[]> records) {
    List<Row> rows = new ArrayList<>();
    for (Object[] r : records) {
      Map<String, Object> values =
          new java.util.HashMap<>(
              Map.of(
                  "entry_no",
                  r[0],
                  "data_day",
                  LocalDate.parse((String) r[1]),
                  "kind",
                  r[2],
                  "received_at",
                  Timestamp.valueOf("2024-07-01 00:00:00").toInstant(),
                  "file_order",
                  "20240701",
                  "file_id",
                  "pool/p.csv",
                  "record_no",
                  r[0]));
      values.put("county_code", r[3]);
      values.put("pollutant_code", r[4]);
      values.put("mass_t", r[5] == null ? null : new java.math.BigDecimal((String) r[5]));
      values.put("project_code", r[6]);
      values.put("refers_to_entry_no", r[7]);
      rows.add(
          RowFactory.create(
              ReceivedTables.POOL.columns().stream().map(c -> values.get(c.name())).toArray()));
    }
    Dataset<Row> received =
        SharedSession.spark().createDataFrame(rows, ReceivedTables.POOL.rowSchema());
    List<LocalDate> days =
        records.stream().map(r -> LocalDate.parse((String) r[1])).distinct().toList();
    lake.append(
        ReceivedTables.POOL, DaySet.of(days), Given.rows(ReceivedTables.POOL, received), "intake");
  }

  private static void run(LedgerJob job, Lake lake, DaySet days) {
    JobInput input = new JobInput(lake, job.spec(), days, Settings.of(Map.of()), "code 1");
    job.run(input).forEach((table, rows) -> lake.replaceDays(table, days, rows, job.spec().name()));
  }

  private static List<String> contents(Lake lake) {
    return PoolTables.ALL.stream().map(t -> t + " " + ContentHash.of(lake, t)).toList();
  }

  @Test
  void byATaskOrHereTheTablesAreTheSame() {
    Lake here = lake("here");
    Lake byTask = lake("by-task");
    for (Lake lake : List.of(here, byTask)) {
      receive(lake, spring());
    }

    run(HERE, here, ALL);
    run(BY_TASK, byTask, ALL);

    assertThat(here.read(PoolTables.ENTRY).count()).isEqualTo(7);
    assertThat(contents(byTask)).isEqualTo(contents(here));
    assertThat(here.kept("pool.entry").names()).isEmpty();
    assertThat(byTask.kept("pool.entry").names()).containsExactly("2024-04");
    assertThat(LedgerProof.differences(byTask)).isEmpty();
  }

  @Test
  void aNightGoesOnFromTheSavedMonth() {
    Lake lake = lake("goes-on");
    receive(lake, spring());
    run(BY_TASK, lake, ALL);
    receive(lake, later());
    run(BY_TASK, lake, FROM_MAY);

    Lake atOnce = lake("at-once");
    receive(atOnce, spring());
    receive(atOnce, later());
    run(HERE, atOnce, ALL);
    assertThat(contents(lake)).isEqualTo(contents(atOnce));
    assertThat(lake.kept("pool.entry").names()).containsExactly("2024-04", "2024-05");
  }

  @Test
  void theSavedMonthIsUsedAsLongAsItIsRight() {
    Lake lake = lake("used");
    receive(lake, spring());
    run(BY_TASK, lake, ALL);
    // The saved ledger of another past: if it is used, its 99 t are in the balance.
    Lake other = lake("other");
    receive(other, List.of(certify(1, "2024-04-01", "99.0000"), certify(2, "2024-05-01", "1")));
    run(BY_TASK, other, ALL);
    byte[] body = state(other);
    long ownHeader = headerBytes(lake);
    lake.kept("pool.entry")
        .keep(
            "2024-04",
            out -> {
              out.write(state(lake), 0, (int) ownHeader);
              out.write(body, (int) headerBytes(other), body.length - (int) headerBytes(other));
            });

    run(BY_TASK, lake, FROM_MAY);
    assertThat(certifiedInMay(lake)).isEqualTo("99.0000");

    // Asked for an earlier day, or touched there, it is of no use.
    run(BY_TASK, lake, ALL);
    assertThat(certifiedInMay(lake)).isEqualTo("15.0000");
  }

  @Test
  void anEntryOfAnEarlierMonthOrADamagedFileCostsTheWholeLedgerOnly() throws IOException {
    Lake lake = lake("earlier");
    receive(lake, spring());
    run(BY_TASK, lake, ALL);
    receive(lake, List.<Object[]>of(certify(6, "2024-04-20", "1.0000")));
    // The planner would ask from April on; even if it did not, the new entry counts.
    run(BY_TASK, lake, FROM_MAY);
    assertThat(certifiedInMay(lake)).isEqualTo("16.0000");

    Files.writeString(folder.resolve("earlier/.kept/pool.entry/2024-04"), "damaged");
    Files.deleteIfExists(folder.resolve("earlier/.kept/pool.entry/.2024-04.crc"));
    receive(lake, List.<Object[]>of(certify(7, "2024-05-25", "2.0000")));
    run(BY_TASK, lake, FROM_MAY);
    assertThat(certifiedInMay(lake)).isEqualTo("18.0000");
  }

  @Test
  void aNumberThatIsInTheSavedMonthCostsTheWholeLedgerOnly() {
    Lake lake = lake("number");
    receive(lake, spring());
    run(BY_TASK, lake, ALL);
    receive(lake, List.<Object[]>of(certify(1, "2024-05-25", "2.0000")));

    run(BY_TASK, lake, FROM_MAY);

    assertThat(certifiedInMay(lake)).isEqualTo("15.0000");
    assertThat(lake.read(PoolTables.ENTRY).where("refusal_reason = 'NUMBER_USED_TWICE'").count())
        .isEqualTo(1);
  }

  private byte[] state(Lake lake) {
    return lake.kept("pool.entry").read("2024-04", java.io.InputStream::readAllBytes);
  }

  private long headerBytes(Lake lake) {
    return lake.kept("pool.entry")
        .read(
            "2024-04",
            in -> {
              com.esotericsoftware.kryo.io.Input data =
                  new com.esotericsoftware.kryo.io.Input(in.readAllBytes());
              data.readString();
              data.readString();
              data.readLong();
              return data.total();
            });
  }

  private static String certifiedInMay(Lake lake) {
    return Lake.all(lake.read(PoolTables.BALANCE_MONTH).where("month_end = DATE'2024-05-31'"))
        .get(0)
        .decimal(PoolTables.CERTIFIED_T)
        .toPlainString();
  }
}
