package org.dawen.power;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The recorded year of a steel works: power of 35,040 quarters of an hour, 0.0001 kW. */
final class SteelYear {
  static final int QUARTERS_OF_DAY = 96;

  private SteelYear() {}

  static long[] powers() {
    InputStream in = SteelYear.class.getResourceAsStream("/power/Steel_industry_data.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().skip(1).toList();
      return lines.stream()
          .mapToLong(
              l ->
                  new BigDecimal(l.split(",")[1])
                      .multiply(BigDecimal.valueOf(4))
                      .movePointRight(4)
                      .longValueExact())
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
