package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.dawen.intake.ObdWording;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedHj212;
import org.dawen.intake.ReceivedWater;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that an intake added twice are named by the doctor: nothing downstream could tell. */
class RecordsTwiceTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @TempDir private Path folder;

  /** A row of packets: what the question looks at as given, the rest anything. */
  private static String[] row(Map<String, String> given) {
    return Arrays.stream(Table.of(ReceivedHj212.class).rowSchema().fields())
        .map(f -> "CAST(%s AS %s) AS %s".formatted(value(f, given), f.dataType().sql(), f.name()))
        .toArray(String[]::new);
  }

  private static String value(StructField field, Map<String, String> given) {
    if (field.dataType() instanceof ArrayType) {
      return "array()";
    }
    String any = field.dataType().equals(DataTypes.BooleanType) ? "true" : "1";
    boolean isTime =
        field.dataType().equals(DataTypes.TimestampNTZType)
            || field.dataType().equals(DataTypes.TimestampType)
            || field.dataType().equals(DataTypes.DateType);
    return "'" + given.getOrDefault(field.name(), isTime ? "2024-03-01" : any) + "'";
  }

  private void append(Lake lake, String file, int record) {
    lake.append(
        Table.of(ReceivedHj212.class),
        DaySet.of(DAY),
        Given.rows(
            Table.of(ReceivedHj212.class),
            lake.spark()
                .range(1)
                .selectExpr(row(Map.of("file_id", file, "record_no", Integer.toString(record))))),
        "test");
  }

  @Test
  void rowsOfTheSameRecordAreNamedByFile() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    append(lake, "hj212/once.txt", 7);
    append(lake, "hj212/once.txt", 8);
    append(lake, "hj212/twice.txt", 7);
    append(lake, "hj212/twice.txt", 7);
    Findings findings = new Findings();
    assertThat(
            LakeHealth.recordsTwice(
                findings, lake, Engines.of(lake), LakeInspection.Depth.EVERY_NIGHT))
        .extracting(d -> d.table().name())
        .containsExactly("received.hj212");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    findings.print(new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("holds records of a file twice: hj212/twice.txt (1 rows).")
        .contains("./dawen doctor --rebuild received.hj212")
        .doesNotContain("once.txt");
  }

  private static void measured(Lake lake, WaterItem item, String file) {
    lake.append(
        ReceivedWater.class,
        DaySet.of(DAY),
        List.of(
            new ReceivedWater(
                "S1",
                DAY.atStartOfDay(),
                DAY,
                WaterMethod.AUTOMATIC,
                item,
                BigDecimal.ONE,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                new Provenance(null, "", file, 7))),
        "test");
  }

  @Test
  void aRecordOfWaterGivesARowAnItem() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    measured(lake, WaterItem.PH, "water/once.csv");
    measured(lake, WaterItem.TP, "water/once.csv");
    assertThat(
            LakeHealth.recordsTwice(
                new Findings(), lake, Engines.of(lake), LakeInspection.Depth.EVERY_NIGHT))
        .isEmpty();
    measured(lake, WaterItem.TP, "water/once.csv");
    assertThat(
            LakeHealth.recordsTwice(
                new Findings(), lake, Engines.of(lake), LakeInspection.Depth.EVERY_NIGHT))
        .extracting(d -> d.table().name())
        .containsExactly("received.water");
  }

  private static void told(Lake lake, String cvn, String file) {
    lake.append(
        ObdWording.class,
        DaySet.of(DAY),
        List.of(
            new ObdWording(
                "LTASAMPLE00000101",
                DAY,
                DAY.atTime(6, 51, 10),
                DAY.atTime(6, 51, 10),
                new ObdWording.Content(1, false, "C6C3", "8829", "", "", cvn, 0, ""),
                file,
                7)),
        "test");
  }

  @Test
  void aFrameMayTellTwoWordings() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    told(lake, "CVN1", "obd/two.bin");
    told(lake, "CVN2", "obd/two.bin");
    assertThat(
            LakeHealth.recordsTwice(
                new Findings(), lake, Engines.of(lake), LakeInspection.Depth.EVERY_NIGHT))
        .isEmpty();
    told(lake, "CVN2", "obd/two.bin");
    assertThat(
            LakeHealth.recordsTwice(
                new Findings(), lake, Engines.of(lake), LakeInspection.Depth.EVERY_NIGHT))
        .extracting(d -> d.table().name())
        .containsExactly("received.obd_info");
  }
}
