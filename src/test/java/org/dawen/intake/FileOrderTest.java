package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileOrderTest {
  @ParameterizedTest
  @CsvSource({
    "air/2024-03-09/air_20240308.csv, 20240308000000#000000",
    "air/2024-03-09/air_20240308_r2.csv, 20240308000000#000002",
    "air/air_2024-03-08T0530_r12.csv.gz, 20240308053000#000012",
    "hj212/20240308120501.log, 20240308120501#000000",
    "hj212/2024-03-08/packets.txt, 00000000000000#000000",
    "hj212/packets-R3.txt, 00000000000000#000003",
    "air/air_20240230.csv, 00000000000000#000000",
    "air/station_123456789.csv, 00000000000000#000000"
  })
  void readsStampAndRevisionOfTheNameAlone(String fileId, String order) {
    assertThat(FileOrder.of(fileId)).isEqualTo(order);
  }

  @Test
  void aLaterRevisionComesAfterAnEarlierOne() {
    assertThat(FileOrder.of("air/a_20240308_r10.csv"))
        .isGreaterThan(FileOrder.of("air/a_20240308_r9.csv"))
        .isLessThan(FileOrder.of("air/a_20240309.csv"));
  }
}
