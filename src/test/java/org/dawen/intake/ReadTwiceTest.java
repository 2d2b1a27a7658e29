package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTwiceTest {
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static LandingFile landed(Path file, byte[] content) {
    return LandingFile.of("air/a.csv", "air", file.toUri().toString(), content.length);
  }

  private static ReadTwice of(Path file, byte[] content) throws IOException {
    return new ReadTwice(landed(file, content), new ByteArrayInputStream(content));
  }

  private static String hash(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void aSmallFileIsHeldAndALargeOneOpenedAgain(@TempDir Path folder) throws Exception {
    for (int length : new int[] {0, 1_000, 9 << 20}) {
      byte[] content = bytes(length);
      Path file = Files.write(folder.resolve("f" + length), content);
      ReadTwice twice = of(file, content);
      twice.first(in -> assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue());
      assertThat(Arrays.equals(twice.second().readAllBytes(), content)).isTrue();
      assertThat(twice.isTheSame(hash(content))).isTrue();
    }
  }

  @Test
  void aLargeFileThatChangesInBetweenIsNoticed(@TempDir Path folder) throws Exception {
    byte[] content = bytes(9 << 20);
    byte[] other = content.clone();
    other[5]++;
    Path file = Files.write(folder.resolve("f"), other);
    ReadTwice twice = of(file, content);
    twice.first(InputStream::readAllBytes);
    assertThat(twice.isTheSame(hash(content))).isFalse();
  }

  @Test
  void theHashOfALargeFileIsTakenBehindItsEnd(@TempDir Path folder) throws Exception {
    for (int length : new int[] {1_000, 8 << 20, 9 << 20}) {
      byte[] bytes = bytes(length);
      LandingFile file = landed(Files.write(folder.resolve("f" + length), bytes), bytes);
      try (LandingContent content = LandingContent.open(file)) {
        ReadTwice twice = new ReadTwice(file, content.bytes());
        twice.first(InputStream::readAllBytes);
        try (InputStream second = twice.second()) {
          second.readAllBytes();
        }
        assertThat(content.sha256Hex()).isEqualTo(hash(bytes));
        assertThat(twice.isTheSame(hash(bytes))).isTrue();
      }
    }
  }
}
