package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PacketFindingsTest {
  private static List<String> findings(String... lines) {
    List<PacketReading> readings = SourceRows.received(lines);
    return PacketFindings.of(
            "M1", SourceRows.day("2024-03-04"), Packet.inOrder(readings), new ClockRule(400, 1))
        .stream()
        .map(
            f ->
                "%s %d %s, first %s %d"
                    .formatted(
                        f.finding(),
                        f.recordCount(),
                        f.findingText(),
                        f.firstFileId(),
                        f.recordNo()))
        .toList();
  }

  @Test
  void partsThatAreMissingAreNamed() {
    assertThat(
            findings(
                "data_time,factor_code,packet_count,packet_no,file_id,record_no",
                "2024-03-04T01:00:00,a21026,3,1,b.txt,7",
                "2024-03-04T01:00:00,a21002,3,3,a.txt,9",
                "2024-03-04T02:00:00,a21026,2,2,a.txt,1",
                "2024-03-04T02:00:00,a21002,2,1,b.txt,1"))
        .containsExactly(
            "INCOMPLETE_SPLIT 1 2061 2024-03-04T01:00:00 parts 1,3 of 3, first a.txt 9");
  }

  @Test
  void partsOfAnotherSystemMakeNoMessageWhole() {
    assertThat(
            findings(
                "data_time,factor_code,system_code,packet_count,packet_no,file_id,record_no",
                "2024-03-04T01:00:00,a21026,31,2,1,a.txt,1",
                "2024-03-04T01:00:00,w01018,32,2,2,a.txt,2"))
        .containsExactly(
            "INCOMPLETE_SPLIT 2 2061 2024-03-04T01:00:00 parts 1 of 2; 2061 2024-03-04T01:00:00"
                + " parts 2 of 2, first a.txt 1");
  }

  @Test
  void clocksThatTheTimeOfReceiptContradictsAreNamed() {
    assertThat(
            findings(
                "data_time,factor_code,received_at,file_id,record_no",
                "2024-03-04T08:00:00,a21026,2024-03-03T07:59:59+08:00,a.txt,1",
                "2024-03-04T08:00:00,a21026,2024-03-03T08:00:00+08:00,a.txt,2",
                "2024-03-04T08:00:00,a21026,,a.txt,3"))
        .containsExactly(
            "CLOCK_OFF 1 DataTime 2024-03-04T08:00:00 received 2024-03-03T07:59:59, first a.txt 1");
  }
}
