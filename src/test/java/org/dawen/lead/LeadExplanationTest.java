package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

class LeadExplanationTest {

  @Test
  void aLeadIsFoundByTheIdsItWentByOnce() {
    Dataset<Row> leads =
        TestRows.dataset(
            SharedSession.spark(),
            Table.of(Lead.class),
            LeadGoldenTest.leads().stream().map(LeadExplanationTest::texts).toList());

    // The id of the second work order, and that of the first day before the order pinned another.
    assertThat(formerly(leads, "E2/ALERT_NOT_OBEYED/2024-03-26"))
        .containsExactly("E2/ALERT_NOT_OBEYED/2024-03-27");
    assertThat(formerly(leads, "E1/TREATMENT_NOT_RUNNING/2024-03-05"))
        .containsExactly("E1/TREATMENT_NOT_RUNNING/2024-03-12");
    assertThat(formerly(leads, "E1/TREATMENT_NOT_RUNNING/2024-03-13")).isEmpty();
    assertThat(formerly(leads, "E1/NIGHT_PRODUCTION/2024-03-05")).isEmpty();
    assertThat(formerly(leads, "nonsense")).isEmpty();
  }

  private static Map<String, String> texts(Lead lead) {
    Map<String, String> cells = TestRows.cells(lead);
    cells.replaceAll((column, text) -> text == null ? "" : text);
    return cells;
  }

  private static List<String> formerly(Dataset<Row> leads, String id) {
    return leads
        .where(new LeadExplanation().formerly(List.of(id)))
        .select("lead_id")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
