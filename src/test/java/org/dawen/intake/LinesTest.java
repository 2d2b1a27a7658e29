package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static final int MOST_BYTES = 1 << 16;

  /** Gives so many bytes at a time at most. */
  private static final class Portions extends ByteArrayInputStream {
    private final int most;

    Portions(String text, int most) {
      super(text.getBytes(StandardCharsets.UTF_8));
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, most));
    }
  }

  private static List<String> read(String text, int portion) throws IOException {
    Lines lines = new Lines(new Portions(text, portion), StandardCharsets.UTF_8, MOST_BYTES);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(lines.text() + (lines.isTerminated() ? "|" : "") + lines.lineNo());
    }
    return read;
  }

  @Property(tries = 500)
  void aLineEndsWhereItDoesHoweverItsBytesArrive(
      @ForAll @StringLength(max = 12) @Chars({'\r', '\n'}) @CharRange(from = 'a', to = 'c')
          String text,
      @ForAll @IntRange(min = 1, max = 5) int portion)
      throws IOException {
    String[] texts = text.split("\r\n|\r|\n", -1);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      boolean isLast = i == texts.length - 1;
      if (!isLast || !texts[i].isEmpty()) {
        expected.add(texts[i] + (isLast ? "" : "|") + (i + 1));
      }
    }
    assertThat(read(text, portion)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 4_095, 4_096, 8_192, MOST_BYTES})
  void aLineMayEndWhereABlockEnds(int length) throws IOException {
    String line = "x".repeat(length);
    assertThat(read(line + "\r\ny", Integer.MAX_VALUE)).containsExactly(line + "|1", "y2");
    assertThat(read(line, Integer.MAX_VALUE)).containsExactly(line + "1");
  }

  @Test
  void aLineThatIsTooLongIsCutAndTheNextOneReadWhole() throws IOException {
    Lines lines = new Lines(new Portions("abcdef\nabcd\n", 5), StandardCharsets.UTF_8, 4);
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.text()).isEqualTo("abcd");
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isFalse();
    assertThat(lines.text()).isEqualTo("abcd");
    assertThat(lines.next()).isFalse();
  }

  @Test
  void aLineOfAsciiAmongChineseOnesIsReadAsSuch() throws IOException {
    Charset gbk = Charset.forName("GB18030");
    Lines lines = new Lines(new ByteArrayInputStream("站,1\nS1,2\n".getBytes(gbk)), gbk, 100);
    assertThat(lines.next()).isTrue();
    assertThat(lines.text()).isEqualTo("站,1");
    assertThat(lines.next()).isTrue();
    assertThat(lines.text()).isEqualTo("S1,2");
  }
}
