package org.dawen.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

/** The 72 synthetic batches (test resource {@code waste/}) against what was worked out for them. */
class SyntheticLedgerTest {
  private static Waste given() {
    Waste waste =
        new Waste()
            .unit("TY01", true, "2000")
            .unit("TC02", false, "150")
            .unit("TC03", false, "12.5")
            .unit("TC04", false, "3");
    for (Map<String, String> b : TestRows.csv("/waste/batches.csv")) {
      String unit = b.get("unit_code");
      String kind = b.get("waste_code");
      String t = b.get("mass_t");
      String batch = b.get("batch_no");
      waste.move(unit, kind, Direction.IN, b.get("in_on"), batch, t, null);
      if (!b.get("out_on").isEmpty()) {
        String no = "370920240000" + b.get("manifest");
        waste.move(unit, kind, Direction.OUT, b.get("out_on"), batch, t, no);
        String got = new BigDecimal(t).add(new BigDecimal(b.get("difference_t"))).toPlainString();
        waste.manifest(no, unit, kind, b.get("out_on"), t, b.get("received_on"), got);
      }
    }
    return waste;
  }

  private static Map<String, String> stockOn(Waste waste, LocalDate day) {
    Map<String, String> stock = new TreeMap<>();
    waste.all(StockDay.class).stream()
        .filter(s -> !s.dataDay().isAfter(day))
        .filter(s -> s.lastDay() == null || !s.lastDay().isBefore(day))
        .forEach(s -> stock.put(s.unitCode() + " " + s.wasteCode(), Waste.plain(s.stockT())));
    return stock;
  }

  @Test
  void stockIsWhatCameInLessWhatWentOut() {
    assertThat(stockOn(given().run(), LocalDate.of(2024, 3, 31)))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "TC02 HW08 900-214-08", "22.050",
                    "TC02 HW49 900-039-49", "13.983",
                    "TC03 HW08 900-214-08", "24.183",
                    "TC03 HW49 900-039-49", "16.042",
                    "TC04 HW08 900-214-08", "17.962",
                    "TC04 HW49 900-039-49", "12.461",
                    "TY01 HW08 900-214-08", "17.256",
                    "TY01 HW18 772-003-18", "26.364",
                    "TY01 HW49 900-039-49", "20.602")));
  }

  @Test
  void manifestsThatDifferOrCameLateAreFoundAndNothingElseUpToTheEndOfMarch() {
    assertThat(
            given().run().all(Finding.class).stream()
                .filter(
                    f ->
                        f.finding() != Finding.Kind.STORAGE_OVER_ONE_YEAR
                            || !f.dataDay().isAfter(LocalDate.of(2024, 3, 31)))
                .map(
                    f ->
                        "%s,%s,%s,%s,%s,%s"
                            .formatted(
                                f.finding(),
                                f.force(),
                                f.unitCode(),
                                f.objectNo().substring(10),
                                Waste.plain(f.massT()),
                                f.spanDays() == null ? "" : f.spanDays()))
                .toList())
        .containsExactlyInAnyOrder(
            "manifest_mass_differs,screening,TY01,0002,-0.120,",
            "received_over_10_days_after_sending,screening,TY01,0004,,12",
            "manifest_mass_differs,screening,TY01,0005,0.260,",
            "received_over_10_days_after_sending,screening,TY01,0005,,12",
            "manifest_mass_differs,screening,TY01,0006,0.260,",
            "manifest_mass_differs,screening,TY01,0007,0.260,",
            "received_over_10_days_after_sending,screening,TY01,0009,,12",
            "received_over_10_days_after_sending,screening,TY01,0011,,12",
            "manifest_mass_differs,screening,TC02,0013,0.035,",
            "received_over_10_days_after_sending,screening,TC02,0014,,12",
            "manifest_mass_differs,screening,TC03,0021,0.260,",
            "received_over_10_days_after_sending,screening,TC03,0021,,12",
            "manifest_mass_differs,screening,TC03,0025,0.260,",
            "received_over_10_days_after_sending,screening,TC03,0025,,12",
            "received_over_10_days_after_sending,screening,TC04,0029,,12");
  }

  @Test
  void classesOfManagementFollowPermitAndExpectedMass() {
    assertThat(
            given().run().all(ManagementClass.class).stream()
                .filter(c -> c.dataDay().getYear() == 2024)
                .map(c -> c.unitCode() + " " + c.managementClass() + " " + c.isProvisional()))
        .containsExactlyInAnyOrder(
            "TY01 重点监管 false", "TC02 重点监管 false", "TC03 简化管理 false", "TC04 登记管理 false");
  }

  @Test
  void aLedgerThatShowsMoreThanWasExpectedIsToldApart() {
    assertThat(
            given().run().all(ManagementClass.class).stream()
                .filter(ManagementClass::isAboveRegistered)
                .map(c -> c.unitCode() + " " + c.dataDay().getYear() + " " + c.ledgerClass()))
        .containsExactly("TC04 2023 简化管理");
  }

  @Test
  void theOrderOfTheRecordsDoesNotMatter() {
    List<Record> expected = given().run().rows;
    Waste shuffled = given();
    Collections.shuffle(shuffled.moves, new Random(7));
    Collections.shuffle(shuffled.manifests, new Random(8));
    assertThat(shuffled.run().rows).isEqualTo(expected);
  }

  @Test
  void theStockOfAStoreIsAlwaysThatOfItsBatches() {
    Waste waste = given().run();
    Map<String, BigDecimal> ofBatches = new TreeMap<>();
    waste
        .all(Batch.class)
        .forEach(b -> ofBatches.merge(b.unitCode() + b.wasteCode(), b.stockT(), BigDecimal::add));
    waste.all(StockDay.class).stream()
        .filter(s -> s.lastDay() == null)
        .forEach(
            s ->
                assertThat(s.stockT())
                    .isEqualByComparingTo(ofBatches.remove(s.unitCode() + s.wasteCode())));
    assertThat(ofBatches).isEmpty();
  }
}
