package org.dawen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dawen.ground.PlotYear;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.lead.CountyMonth;
import org.dawen.plan.SourceViews.AirDay;
import org.dawen.plan.SourceViews.PoolPosting;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.SourceKind;
import org.dawen.waste.StockDay;
import org.junit.jupiter.api.Test;

/** What the registry may select, and the value that comes of it. */
class TableSourceTest {
  private static String problem(String source) {
    List<String> problems = Targets.problems(List.of(Plans.target("source_kind=table " + source)));
    return problems.isEmpty() ? "" : problems.get(0);
  }

  private static final String PM =
      "source_table=air.area_day source_column=pm2_5_ug_m3 source_aggregate=mean"
          + " source_filter=area_kind=city;area_code=370900";

  @Test
  void everyNumberOfTheShippedPlanCanBeFollowed() {
    List<PlanTarget> plan = Plans.shipped(PlanTarget.class, "plan_targets.csv");
    assertThat(plan).hasSize(68);
    assertThat(Targets.problems(plan)).isEmpty();
    assertThat(plan.stream().filter(t -> t.sourceKind() == SourceKind.TABLE))
        .hasSizeGreaterThan(10);
  }

  @Test
  void whatIsSelectableIsAColumnOfItsTableWithItsKey() {
    for (Selectable<?> s : Selectable.ALL) {
      assertThat(s.columns()).extracting(Column::name).contains(s.dayColumn());
      assertThat(s.columns()).as("%s", s.table()).containsAll(s.table().key());
    }
  }

  @Test
  void aSelectionOfWhatThereIsNotIsRefusedWithWhatThereIs() {
    assertThat(problem(PM)).isEmpty();
    assertThat(problem(PM.replace("air.area_day", "air.areaday")))
        .isEqualTo(
            "T1 (registry/plan_targets.csv line 2) source_table: 'air.areaday' cannot be selected;"
                + " write one of "
                + String.join(", ", Selectable.ALL.stream().map(s -> s.table().name()).toList()));
    assertThat(problem(PM.replace("pm2_5_ug_m3", "pm25")))
        .contains("source_column: 'pm25' cannot be selected; write one of area_kind, area_code,");
    assertThat(problem(PM.replace("area_kind=city", "kind=city")))
        .contains("source_filter: 'kind' cannot be selected");
    assertThat(problem(PM.replace("area_kind=city", "area_kind=town")))
        .contains("source_filter, area_kind: 'town' cannot be selected; write one of township,");
    assertThat(problem(PM.replace("area_kind=city", "area_kind"))).contains("is no condition");
    assertThat(problem(PM.replace("area_kind=city", "area_code=1"))).contains("given twice");
    assertThat(problem(PM.replace("pm2_5_ug_m3", "area_code")))
        .contains("cannot be summed up by mean");
    assertThat(problem(PM.replace("mean", "percent_true"))).contains("cannot be summed up");
    assertThat(problem(PM.replace("mean", "percent_of"))).contains("source_of_column is required");
    assertThat(problem("source_table=air.area_day")).contains("source_aggregate are required");
  }

  @Test
  void theNewestRowMustBeOneRow() {
    String rank =
        "source_table=air.ranking_month source_column=rank_no source_aggregate=latest"
            + " source_filter=area_kind=city;area_code=370900;period_kind=month";
    assertThat(problem(rank)).endsWith("for latest it must give dust one value each");
    assertThat(problem(rank + ";dust=included|excluded")).contains("dust one value");
    assertThat(problem(rank + ";dust=included")).isEmpty();
  }

  @Test
  void aRowThatCannotBeJudgedIsRefused() {
    assertThat(Targets.problems(List.of(Plans.target("course=falls comparator=<="))))
        .singleElement()
        .asString()
        .endsWith("start_value is required where course is falls");
    assertThat(
            Stream.of(
                    "course=rises comparator=<=",
                    "course=limit comparator=>=",
                    "course=every_day judged_each=month",
                    "comparator=between",
                    "target_max_value=3",
                    "due_day=2025-01-01",
                    "valid_to=2025-12-31",
                    "valid_from=",
                    "decimals=11",
                    "source_table=air.area_day")
                .filter(t -> Targets.problems(List.of(Plans.target(t))).isEmpty()))
        .isEmpty();
  }

  private static Figure figure(String source, List<SourceRow> rows, String from, String to) {
    PlanTarget target = Plans.target("source_kind=table " + source);
    return Figures.ofTable(TableSource.of(target.source()), rows)
        .in(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static AirDay air(String day, String city, String pm) {
    return new AirDay(
        "city",
        city,
        LocalDate.parse(day),
        null,
        "良",
        pm == null ? null : new BigDecimal(pm),
        null,
        null);
  }

  private static final List<SourceRow> DAYS =
      new Selectable<>(
              Table.of(org.dawen.air.AreaDay.class),
              AirDay.class,
              Selectable.Counts.FROM_ITS_DAY,
              "data_day",
              null)
          .rows(
              List.of(
                  air("2024-03-01", "370900", "50"),
                  air("2024-03-02", "370900", null),
                  air("2024-03-03", "370900", "33"),
                  air("2024-03-03", "370100", "1000"),
                  air("2024-03-04", "370900", "900")));

  @Test
  void aMeanIsOfTheDaysSoFarThatHaveAValue() {
    Figure mean = figure(PM, DAYS, "2024-01-01", "2024-03-03");
    assertThat(mean.value()).isEqualByComparingTo("41.5");
    assertThat(mean.rowCount()).isEqualTo(2);
    assertThat(figure(PM, DAYS, "2024-01-01", "2024-02-29")).isNull();
  }

  @Test
  void noneOfTheRowsThereAreIsNoughtAndOfNoRowsNothingIsTold() {
    String heavy =
        "source_table=air.area_day source_aggregate=count source_filter=class_name=重度污染|严重污染";
    assertThat(figure(heavy, DAYS, "2024-01-01", "2024-03-03").value()).isEqualByComparingTo("0");
    assertThat(figure(heavy, List.of(), "2024-01-01", "2024-03-03")).isNull();
    assertThat(figure(heavy.replace("重度污染", "良"), DAYS, "2024-01-01", "2024-03-03").value())
        .isEqualByComparingTo("4");
  }

  private static final Selectable<PoolPosting> POOL =
      new Selectable<>(
          Table.of(org.dawen.pool.PoolEntry.class),
          PoolPosting.class,
          Selectable.Counts.FROM_ITS_DAY,
          "data_day",
          null);

  @Test
  void aShareMayBeWeighed() {
    List<SourceRow> rows =
        POOL.rows(List.of(posting(1, false, "17.5001"), posting(2, true, "7.5000")));
    String pooled = "source_table=pool.entry source_column=is_city_share source_aggregate=";
    assertThat(figure(pooled + "percent_true", rows, "2024-01-01", "2024-03-31").value())
        .isEqualByComparingTo("50");
    assertThat(
            figure(
                    pooled + "percent_true source_of_column=mass_t",
                    rows,
                    "2024-01-01",
                    "2024-03-31")
                .value())
        .isEqualByComparingTo("29.9998800005"); // 7.5 / 25.0001
    assertThat(
            Stream.of("sum", "least", "largest", "count", "distinct")
                .map(
                    a ->
                        figure(
                                "source_table=pool.entry source_column=mass_t source_aggregate="
                                    + a,
                                rows,
                                "2024-01-01",
                                "2024-03-31")
                            .value()
                            .stripTrailingZeros()
                            .toPlainString()))
        .containsExactly("25.0001", "7.5", "17.5001", "2", "2");
  }

  /** A certification that is withdrawn counts no more, and what only moves it on is no part. */
  @Test
  void whatIsWithdrawnIsTakenOffASumAndAShare() {
    List<SourceRow> rows =
        POOL.rows(
            List.of(
                posting(1, false, "7"),
                posting(1, true, "3"),
                posting(2, false, "60"),
                posting(2, true, "40"),
                posting(3, true, "50", null),
                posting(4, false, "60", "-60"),
                posting(4, true, "40", "-40")));
    String certified = " source_filter=reduction_year=2024;pollutant_code=NOx";
    Figure sum =
        figure(
            "source_table=pool.entry source_column=certified_change_t source_aggregate=sum"
                + certified,
            rows,
            "2024-01-01",
            "2024-03-31");
    Figure share =
        figure(
            "source_table=pool.entry source_column=is_city_share source_aggregate=percent_true"
                + " source_of_column=certified_change_t"
                + certified,
            rows,
            "2024-01-01",
            "2024-03-31");
    assertThat(sum.value()).isEqualByComparingTo("10");
    assertThat(share.value()).isEqualByComparingTo("30");
    assertThat(share.rowCount()).isEqualTo(6);
  }

  @Test
  void theNewestRowMayTellAShare() {
    String plots =
        "source_table=ground.plot_year source_column=safe_count source_of_column=plot_count"
            + " source_aggregate=latest"
            + " source_filter=area_kind=city;area_code=370900;list_kind=construction_land";
    Map<String, String> cells = new HashMap<>();
    Table.of(PlotYear.class).columns().forEach(c -> cells.put(c.name(), "0"));
    cells.putAll(
        Map.of(
            "area_kind",
            "city",
            "area_code",
            "370900",
            "list_kind",
            "construction_land",
            "year_start",
            "2024-01-01",
            "safe_count",
            "3",
            "plot_count",
            "4"));
    List<SourceRow> rows =
        new Selectable<>(
                Table.of(PlotYear.class),
                PlotYear.class,
                Selectable.Counts.FROM_ITS_DAY,
                "year_start",
                null)
            .rows(List.of(Plans.row(PlotYear.class, cells)));
    assertThat(figure(plots, rows, "2024-01-01", "2024-03-31").value()).isEqualByComparingTo("75");
  }

  private static PoolPosting posting(long no, boolean isCityShare, String mass) {
    return posting(no, isCityShare, mass, mass);
  }

  private static PoolPosting posting(long no, boolean isCityShare, String mass, String change) {
    return new PoolPosting(
        no,
        1,
        "CERTIFY",
        1,
        LocalDate.parse("2024-01-01"),
        "booked",
        "NOx",
        "certified",
        "retained",
        isCityShare,
        new BigDecimal(mass),
        change == null ? null : new BigDecimal(change),
        2024,
        "370902");
  }

  /** Before, its figures may still change with every day. */
  @Test
  void aRowOfAMonthCountsWhenTheMonthIsOver() {
    Map<String, String> cells = new HashMap<>();
    Table.of(CountyMonth.class).columns().stream()
        .filter(Column::isRequired)
        .forEach(c -> cells.put(c.name(), "0"));
    cells.putAll(
        Map.of("county_code", "*", "data_day", "2024-03-01", "off_site_percent", "40.0000000000"));
    CountyMonth march = Plans.row(CountyMonth.class, cells);
    Selectable<CountyMonth> months =
        new Selectable<>(
            Table.of(CountyMonth.class),
            CountyMonth.class,
            Selectable.Counts.FROM_THE_END_OF_ITS_MONTH,
            "data_day",
            null);
    List<SourceRow> rows = months.rows(List.of(march));
    String share =
        "source_table=lead.county_month source_column=off_site_percent source_aggregate=latest"
            + " source_filter=county_code=*";
    assertThat(figure(share, rows, "2024-03-01", "2024-03-30")).isNull();
    assertThat(figure(share, rows, "2024-03-01", "2024-03-31").value()).isEqualByComparingTo("40");
  }

  /** What came in last year and did not move since is still there. */
  @Test
  void aStockIsWhatStandsAtTheEnd() {
    String stock =
        "source_table=waste.stock_day source_column=stock_t source_aggregate=sum"
            + " source_filter=unit_code=W1";
    List<SourceRow> rows =
        new Selectable<>(
                Table.of(StockDay.class),
                StockDay.class,
                Selectable.Counts.FROM_ITS_DAY,
                "data_day",
                "last_day")
            .rows(
                List.of(
                    stock("HW08", "2023-06-01", null, "5"),
                    stock("HW49", "2023-06-01", "2024-03-09", "3000"),
                    stock("HW49", "2024-03-10", null, "120.5")));
    assertThat(figure(stock, rows, "2024-01-01", "2024-03-09").value())
        .isEqualByComparingTo("3005");
    assertThat(figure(stock, rows, "2024-01-01", "2024-03-10").value())
        .isEqualByComparingTo("125.5");
  }

  private static StockDay stock(String waste, String day, String lastDay, String mass) {
    BigDecimal zero = new BigDecimal("0.000000");
    return new StockDay(
        "W1",
        waste,
        LocalDate.parse(day),
        lastDay == null ? null : LocalDate.parse(lastDay),
        null,
        zero,
        new BigDecimal(mass).setScale(6),
        zero,
        zero,
        new BigDecimal(mass).setScale(6),
        1,
        null,
        "f",
        1);
  }

  @Test
  void theScoreboardNamesTheTablesThatMayBeSelected() {
    assertThat(Table.of(ProgressDay.class).sources())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("registry.plan_target", "registry.plan_entry"),
                    Selectable.ALL.stream().map(s -> s.table().name()))
                .toList());
  }
}
