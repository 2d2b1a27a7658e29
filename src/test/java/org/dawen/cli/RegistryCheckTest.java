package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dawen registry check}: permits of one outlet that overlap, few and very many. */
class RegistryCheckTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

  @TempDir private Path folder;

  private JsonNode overlapping(List<String> permits) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("outlet_code,pollutant_code,limit_value,unit,period,document_no,valid_from,valid_to");
    lines.addAll(permits);
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    Files.write(registry.resolve("limits.csv"), lines);
    JsonNode sections =
        new ObjectMapper().readTree(CheckedRegistry.json(folder.resolve("landing")));
    return StreamSupport.stream(sections.spliterator(), false)
        .filter(s -> s.get("check").asText().equals("overlapping_limits"))
        .findFirst()
        .orElseThrow();
  }

  private static String permit(String pollutant, String document, String from, String to) {
    return "O1,%s,50,mg/m3,hour,%s,%s,%s".formatted(pollutant, document, from, to);
  }

  @Test
  void aPermitThatBeginsBeforeAnEarlierOneEndsIsNamedWithIt() throws IOException {
    JsonNode found =
        overlapping(
            List.of(
                permit("a21002", "P1", "2024-01-01", "2024-12-31"),
                permit("a21002", "P1", "2024-02-01", "2024-02-29"),
                permit("a21002", "P1", "2024-12-31", ""),
                permit("a21002", "P1", "2030-01-01", "2030-12-31"),
                permit("a21026", "P1", "2024-01-01", "2024-06-30"),
                permit("a21026", "P1", "2024-07-01", "2024-12-31"),
                permit("a34013", "P1", "", "2024-06-30"),
                permit("a34013", "P1", "", "2024-05-31"),
                permit("a34013", "P1", "2024-07-01", "")));
    assertThat(found.get("offenders"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "O1 a21002 hour: lines 2 and 3",
            "O1 a21002 hour: lines 2 and 4",
            "O1 a21002 hour: lines 4 and 5",
            "O1 a34013 hour: lines 8 and 9");
    assertThat(found.get("count").asLong()).isEqualTo(4);
  }

  /** Each of them overlaps all others: as pairs, more than a thousand million. */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void fiftyThousandPermitsThatOverlapAreAllCounted() throws IOException {
    JsonNode found =
        overlapping(
            IntStream.range(0, 50_000)
                .mapToObj(
                    i -> {
                      LocalDate from = FIRST_DAY.plusDays(i % 5_000);
                      return permit(
                          "a21002", "P" + i, from.toString(), from.plusDays(6_000).toString());
                    })
                .toList());
    assertThat(found.get("count").asLong()).isEqualTo(49_999);
    assertThat(found.get("offenders")).hasSize(20);
  }
}
