package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of records in a column: written, read whole or in part, sent through a shuffle, asked. */
class ListColumnTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  record Factor(
      String factorCode,
      int groupNo,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
      @Nullable String dataFlag) {}

  @OfTable(name = "test.packet", grain = "A packet.", withoutKey = "none", sources = "a file")
  record Packet(
      String mn, @Day LocalDate dataDay, @Nullable List<Factor> factors, @Nullable Integer aqi) {}

  /** Of each factor two columns, one behind those of the packet. */
  record Part(@Nullable String dataFlag, String factorCode) {}

  record InPart(@Nullable List<Part> factors, String mn) {}

  record OfFactor(
      String mn, @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue, String factorCode) {}

  private static final List<Packet> PACKETS =
      List.of(
          new Packet(
              "A", DAY, List.of(factor("a21026", 1, "1.5", "N"), factor("x", 2, null, null)), 7),
          new Packet("B", DAY, List.of(), null),
          new Packet("C", DAY, null, 8),
          new Packet("D", DAY, List.of(factor("a19001", 1, null, "D")), null));

  private static Factor factor(String code, int no, String avg, String flag) {
    return new Factor(code, no, avg == null ? null : new BigDecimal(avg).setScale(8), flag);
  }

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void written() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    lake.append(Packet.class, DaySet.of(DAY), PACKETS, "test");
  }

  private <R extends Record> List<R> read(Class<R> type) {
    return lake.rows(Table.of(Packet.class), type, DaySet.ALWAYS).list();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(read(Packet.class)).containsExactlyElementsOf(PACKETS);
  }

  @Test
  void fieldsThatNobodyWantsAreNotRead() {
    assertThat(read(InPart.class))
        .containsExactly(
            new InPart(List.of(new Part("N", "a21026"), new Part(null, "x")), "A"),
            new InPart(List.of(), "B"),
            new InPart(null, "C"),
            new InPart(List.of(new Part("D", "a19001")), "D"));
  }

  @Test
  void aRecordThatNamesColumnsOfTheListIsReadForEachOfIts() {
    assertThat(read(OfFactor.class))
        .containsExactly(
            new OfFactor("A", new BigDecimal("1.50000000"), "a21026"),
            new OfFactor("A", null, "x"),
            new OfFactor("D", null, "a19001"));
  }

  @Test
  void theWayThroughAShuffleKeepsIt() {
    RecordBytes<Packet> bytes = new RecordBytes<>(Packet.class);
    bytes.begin(3);
    PACKETS.forEach(bytes::append);
    assertThat(bytes.behindPlace(bytes.take())).toIterable().containsExactlyElementsOf(PACKETS);
  }

  @Test
  void bothEnginesReadItAndShowItAlike() throws Exception {
    String shown =
        "[{factor_code: a21026, group_no: 1, avg_value: 1.50000000, data_flag: N},"
            + " {factor_code: x, group_no: 2}]";
    String all = "SELECT factors FROM test.packet ORDER BY mn";
    List<Table> tables = List.of(Table.of(Packet.class));
    Path scratch = java.nio.file.Files.createDirectory(folder.resolve("scratch"));
    try (DuckQuery duck = new DuckQuery(lake, () -> tables, 1, scratch)) {
      assertThat(texts(duck, all)).containsExactly(shown, "[]", "null", texts(duck, all).get(3));
      assertThat(texts(duck, "SELECT f.factor_code FROM test.packet p, unnest(p.factors) AS t(f)"))
          .containsExactlyInAnyOrder("a21026", "x", "a19001");
    }
    Query spark = new Query(lake, tables);
    assertThat(texts(spark, all).subList(0, 3)).containsExactly(shown, "[]", "null");
    assertThat(
            texts(
                spark, "SELECT f.factor_code FROM (SELECT explode(factors) AS f FROM test.packet)"))
        .containsExactlyInAnyOrder("a21026", "x", "a19001");
  }

  private static List<String> texts(SqlEngine engine, String sql) {
    List<String> texts = new java.util.ArrayList<>();
    engine.ask(sql).rows().forEachRemaining(row -> texts.add(String.valueOf(row[0])));
    return texts;
  }

  @Test
  void rowsThatSparkWroteHaveTheSameHash() {
    String before = ContentHash.of(lake, Table.of(Packet.class));
    List<Row> rows = lake.read(Table.of(Packet.class)).collectAsList();
    Given.replaceDays(lake, Table.of(Packet.class), DaySet.of(DAY), rows, "test");
    assertThat(ContentHash.of(lake, Table.of(Packet.class))).isEqualTo(before);
  }

  @Test
  void whatAListHoldsCountsInTheHash() {
    String before = ContentHash.of(lake, Table.of(Packet.class));
    Factor first = PACKETS.get(0).factors().get(0);
    Packet moved = new Packet("A", DAY, List.of(PACKETS.get(0).factors().get(1), first), 7);
    lake.replace(
        Table.of(Packet.class),
        Selection.ofDays(Table.of(Packet.class), DaySet.of(DAY)),
        DaySet.of(DAY),
        NewRows.of(List.of(moved, PACKETS.get(1), PACKETS.get(2), PACKETS.get(3))),
        "test");
    assertThat(ContentHash.of(lake, Table.of(Packet.class))).isNotEqualTo(before);
  }
}
