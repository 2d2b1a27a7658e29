package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.DaySet;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.api.Test;

class AlertDaysTest {
  private static final StructType SCHEMA =
      new StructType()
          .add(RegistryTables.STARTS_AT.name(), DataTypes.TimestampNTZType)
          .add(RegistryTables.ENDS_AT.name(), DataTypes.TimestampNTZType);

  private static TableRow alert(String from, String to) {
    Object[] values = {LocalDateTime.parse(from), to == null ? null : LocalDateTime.parse(to)};
    return new TableRow(new GenericRowWithSchema(values, SCHEMA));
  }

  private static boolean touches(String days, TableRow... alerts) {
    return AlertDays.touch(DaySet.parse(days), List.of(alerts));
  }

  @Test
  void anAlertOverMidnightTouchesBothDays() {
    TableRow night = alert("2024-03-05T22:00", "2024-03-06T04:00");
    assertThat(touches("2024-03-04", night)).isFalse();
    assertThat(touches("2024-03-05", night)).isTrue();
    assertThat(touches("2024-03-06", night)).isTrue();
    assertThat(touches("2024-03-07", night)).isFalse();
  }

  @Test
  void anAlertWithinASetOfDaysOrAroundItTouchesIt() {
    assertThat(touches("2024-03-01..2024-03-31", alert("2024-03-05T22:00", "2024-03-06T04:00")))
        .isTrue();
    assertThat(touches("2024-03-05", alert("2024-02-01T00:00", "2024-04-01T00:00"))).isTrue();
    assertThat(touches("2024-03-01,2024-03-31", alert("2024-03-05T22:00", "2024-03-06T04:00")))
        .as("a day before and one after")
        .isFalse();
  }

  @Test
  void anAlertWithoutEndGoesOn() {
    assertThat(touches("2030-01-01", alert("2024-03-05T22:00", null))).isTrue();
    assertThat(touches("2024-03-04", alert("2024-03-05T22:00", null))).isFalse();
  }

  @Test
  void withoutAlertsNoDayIsTouched() {
    assertThat(touches("2024-03-05")).isFalse();
  }
}
