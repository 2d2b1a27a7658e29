package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers worked out by hand, posting by posting, in the order of the ledger. */
class LedgerGoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"rounded-shares", "shortfall-until-covered", "reversals"})
  void postingsAreAsWorkedOutByHand(String name) throws IOException {
    List<Entry> entries =
        csv(name, "given-pool.csv").stream().map(LedgerGoldenTest::entry).toList();
    List<String> expected =
        csv(name, "expected.csv").stream().map(r -> String.join(",", r.values())).toList();
    assertThat(expected).isNotEmpty();

    assertThat(
            Ledgers.run(Ledgers.rules(), entries).postings.stream()
                .map(LedgerGoldenTest::line)
                .toList())
        .isEqualTo(expected);
  }

  private static String line(Posting p) {
    return String.join(
        ",",
        String.valueOf(p.source().entryNo()),
        p.kind().name(),
        String.valueOf(p.postingNo()),
        p.day().toString(),
        p.from() == null ? "" : p.from().code(),
        orEmpty(p.fromCounty()),
        p.to() == null ? "" : p.to().code(),
        orEmpty(p.toCounty()),
        Tonnes.of(p.mass()).toPlainString(),
        orEmpty(p.certificationNo()),
        orEmpty(p.refusal()),
        p.missing() == null ? "" : Tonnes.of(p.missing()).toPlainString());
  }

  private static String orEmpty(Object value) {
    return value == null ? "" : value.toString();
  }

  private static Entry entry(Map<String, String> r) {
    return new Entry(
        Long.parseLong(r.get("entry_no")),
        LocalDate.parse(r.get("entry_day")),
        EntryKind.valueOf(r.get("kind")),
        orNull(r.get("county_code")),
        orNull(r.get("other_county_code")),
        orNull(r.get("pollutant_code")),
        r.get("mass_t").isEmpty() ? null : Tonnes.units(new BigDecimal(r.get("mass_t"))),
        null,
        orNull(r.get("project_code")),
        r.get("multiplier").isEmpty() ? null : new BigDecimal(r.get("multiplier")),
        r.get("refers_to_entry_no").isEmpty() ? null : Long.valueOf(r.get("refers_to_entry_no")),
        null,
        null,
        "0",
        "pool/p.csv",
        1);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<Map<String, String>> csv(String name, String file) throws IOException {
    String path = "/golden/pool.entry/" + name + "/" + file;
    try (InputStream in = LedgerGoldenTest.class.getResourceAsStream(path)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] headings = lines.get(0).split(",");
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        assertThat(cells).as(line).hasSameSizeAs(headings);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < headings.length; i++) {
          row.put(headings[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
