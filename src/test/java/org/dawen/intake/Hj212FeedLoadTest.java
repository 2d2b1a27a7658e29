package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/**
 * Loads that must not fill the memory, in their small form; {@link #main} has the large one, for a
 * heap of 64 MB.
 */
class Hj212FeedLoadTest {
  private static final String PACKET =
      Hj212Frame.format(
          "QN=20240301090105001;ST=31;CN=2061;PW=123456;MN=A001;Flag=5;CP=&&DataTime=20240301080000;"
              + "a21002-Avg=42.60,a21002-ZsAvg=45.64,a21002-Flag=N&&");

  /** The same bytes over and over, up to a length. */
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private final long length;
    private long at;

    Repeated(String text, long times) {
      bytes = text.repeat(Math.max(1, 65_536 / text.length())).getBytes(StandardCharsets.US_ASCII);
      length = text.length() * times;
    }

    @Override
    public int read() {
      return at >= length ? -1 : bytes[(int) (at++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int offset, int most) {
      if (at >= length) {
        return -1;
      }
      int from = (int) (at % bytes.length);
      int count = (int) Math.min(Math.min(most, bytes.length - from), length - at);
      System.arraycopy(bytes, from, into, offset, count);
      at += count;
      return count;
    }
  }

  private static FileAccount survey(InputStream stream) throws IOException {
    LandingFile file = LandingFile.of("hj212/load.txt", "hj212", "", 0);
    Emitter out = Emitter.ofSurvey(file);
    RecordCursor cursor =
        new Hj212Feed(List.of("2061"), PacketParameters.of(Settings.shipped()))
            .open(file, StandardCharsets.UTF_8, stream);
    while (cursor.advance(out)) {
      out.ready().clear();
    }
    return out.account("", "UTF-8");
  }

  private static FileAccount duplicates(long times) throws IOException {
    return survey(new Repeated(PACKET, times));
  }

  private static FileAccount withoutAFrame(long bytes) throws IOException {
    return survey(new Repeated("no frame here ", bytes / 14));
  }

  @Test
  void duplicatesAreCountedAndNotKept() throws IOException {
    FileAccount account = duplicates(300_000);
    assertThat(account.records()).isEqualTo(300_000);
    assertThat(account.accepted()).isEqualTo(1);
    assertThat(account.duplicates()).isEqualTo(299_999);
    assertThat(account.addsUp()).isTrue();
  }

  @Test
  void bytesWithoutAFrameAreOneReject() throws IOException {
    FileAccount account = withoutAFrame(100_000_000);
    assertThat(account.records()).isEqualTo(1);
    assertThat(account.rejects()).isEqualTo(1);
    assertThat(account.addsUp()).isTrue();
  }

  /** By hand, with a small heap: ten million duplicates, then a gigabyte without a frame. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    System.out.println(duplicates(10_000_000));
    System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    System.out.println(withoutAFrame(1_000_000_000));
    System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
  }
}
