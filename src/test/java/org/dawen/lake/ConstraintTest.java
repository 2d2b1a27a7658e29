package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** The test of a constraint in the sink says the same of every row as its SQL says in Delta. */
class ConstraintTest {
  private static final Column CODE = Column.text("code");
  private static final Column KIND = Column.text("kind").oneOf(List.of("a", "b'c", "染"));
  private static final Column SURE_KIND =
      Column.text("sure_kind").oneOf(List.of("a", "b'c")).required();
  private static final Column COUNT = Column.count("count");
  private static final Column MASS_T = Column.decimal("mass_t", 14, 4);
  private static final Column DRAWN_T = Column.decimal("drawn_t", 9, 2);
  private static final Column LEFT_T = Column.decimal("left_t", 30, 6);

  private static final List<Column> COLUMNS =
      List.of(CODE, KIND, SURE_KIND, COUNT, MASS_T, DRAWN_T, LEFT_T);

  private static final List<Constraint> CONSTRAINTS =
      List.of(
          Constraint.required(CODE),
          Constraint.required(LEFT_T),
          Constraint.listed(KIND),
          Constraint.listed(SURE_KIND),
          Constraint.neverNegative(List.of(COUNT, MASS_T, LEFT_T)),
          Constraint.addsUp(List.of(MASS_T), List.of(DRAWN_T, LEFT_T), List.of()),
          Constraint.addsUp(List.of(MASS_T, DRAWN_T), List.of(LEFT_T), List.of(DRAWN_T)),
          Constraint.missingExactlyWhere(CODE, KIND, "b'c"),
          Constraint.togetherOrNothing(COUNT, List.of(CODE, KIND), MASS_T));

  @Test
  void aTestSaysTheSameAsItsSql() {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      rows.add(
          RowFactory.create(
              one(random, null, "", "x", "染"),
              one(random, null, "a", "b'c", "染", "z"),
              one(random, null, "a", "b'c", "b"),
              one(random, null, -1, 0, 1),
              number(random, 4),
              number(random, 2),
              number(random, 6)));
    }
    Table table =
        TestTable.table("test.rows")
            .says("Rows.")
            .withoutKey("test")
            .withoutDay("test")
            .columns(COLUMNS);
    Dataset<Row> data = SharedSession.spark().createDataFrame(rows, table.rowSchema()).coalesce(1);
    for (Constraint constraint : CONSTRAINTS) {
      List<Boolean> bySql =
          data
              .select(
                  functions.coalesce(
                      functions.expr(constraint.sql()),
                      functions.lit(false).cast(DataTypes.BooleanType)))
              .collectAsList()
              .stream()
              .map(r -> r.getBoolean(0))
              .toList();
      Constraint.Test test = constraint.over(COLUMNS);
      Cells cells = new Cells(COLUMNS.size());
      List<Boolean> byTest = new ArrayList<>();
      for (Row row : data.collectAsList()) {
        for (int i = 0; i < COLUMNS.size(); i++) {
          cells.value(i, COLUMNS.get(i).type(), row.get(i));
        }
        byTest.add(test.holds(cells));
      }
      assertThat(byTest).as(constraint.sql()).isEqualTo(bySql).contains(true, false);
    }
  }

  private static Object one(Random random, Object... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static BigDecimal number(Random random, int scale) {
    BigDecimal some =
        Arrays.asList(
                null, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("-1"), new BigDecimal("2"))
            .get(random.nextInt(5));
    return some == null ? null : some.setScale(scale);
  }
}
