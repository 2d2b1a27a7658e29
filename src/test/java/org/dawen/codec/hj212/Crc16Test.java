package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Crc16Test {
  private static final String DEVICE_2005 =
      "ST=32;CN=2011;PW=000000;MN=LD130133000015;CP=&&DataTime=20160824003817;011-Rtd=231.0,"
          + "011-Flag=N;B01-Rtd=36.91;060-Rtd=1.803,060-Flag=N&&";

  /** Vectors computed independently; the fourth column is what Modbus would give. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
            + "CP=&&RtdInterval=30&&|101|1C80|0759",
        "ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817000;B01-Rtd=36.91;"
            + "011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&|139|4980|264D",
        DEVICE_2005 + "|136|1DC0|F0D7",
        "ST=32;CN=2011;PW=123456;MN=NJGDKYYC202101q0001w0001;CP=&&DataTime=20210305003817000;"
            + "ele01-Rtd=1;ele02-Rtd=0&&|109|8C41|5553",
        "ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817;B01-Rtd=36.91;"
            + "011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&|136|3C00|522B"
      })
  void matchesTheTestVectors(String segment, int length, String crc, String modbus) {
    byte[] bytes = segment.getBytes(StandardCharsets.US_ASCII);
    assertThat(bytes).hasSize(length);
    assertThat(Crc16.hex(Crc16.of(bytes))).isEqualTo(crc).isNotEqualTo(modbus);
  }

  @Test
  void emptySegmentHasTheStartValue() {
    assertThat(Crc16.of(new byte[0])).isEqualTo(0xFFFF);
  }

  @Property(tries = 300)
  void lookingUpEightBytesAtOnceEqualsTheAlgorithmAsPrinted(@ForAll @Size(max = 70) byte[] bytes) {
    assertThat(Crc16.of(bytes)).isEqualTo(bitByBit(bytes));
  }

  /** HJ 212-2017 annex A, step by step. */
  private static int bitByBit(byte[] bytes) {
    int register = 0xFFFF;
    for (byte b : bytes) {
      register = register >> 8 ^ b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        int lowest = register & 1;
        register >>= 1;
        if (lowest == 1) {
          register ^= 0xA001;
        }
      }
    }
    return register;
  }
}
