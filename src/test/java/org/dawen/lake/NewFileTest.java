package org.dawen.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dawen.lake.ConditionalStore.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
  @TempDir private java.nio.file.Path folder;

  private Path file(String name) {
    return new Path(ConditionalStore.at(folder) + "/" + name);
  }

  private static FileSystem store(Behaviour behaviour, Path file) throws IOException {
    return file.getFileSystem(ConditionalStore.settings(behaviour));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void theSecondIsRefusedAndTheFirstStands() throws IOException {
    Path onStore = file("a");
    Path onDisk = new Path("file://" + folder + "/b");
    for (Path file : List.of(onStore, onDisk)) {
      FileSystem fs = file.getFileSystem(ConditionalStore.settings(Behaviour.KEEPS_THE_CONDITION));
      assertThat(NewFile.create(fs, file, bytes("first"))).isTrue();
      assertThat(NewFile.create(fs, file, bytes("second"))).isFalse();
      assertThat(Files.readString(java.nio.file.Path.of(file.toUri().getPath())))
          .isEqualTo("first");
    }
  }

  @Test
  void anOwnWriteWhoseAnswerWasLostIsNoRefusal() throws IOException {
    Path file = file("a");
    FileSystem fs = store(Behaviour.LOSES_ITS_ANSWER, file);
    assertThat(NewFile.create(fs, file, bytes("mine"))).isTrue();
    assertThat(NewFile.create(fs, file, bytes("another's"))).isFalse();
  }

  @Test
  void aStoreThatFailsIsNoRefusalEither() throws IOException {
    Path file = file("a");
    FileSystem fs = store(Behaviour.FAILS, file);
    assertThatThrownBy(() -> NewFile.create(fs, file, bytes("mine"))).hasMessage("503");
  }

  @Test
  void s3WithoutConditionalWritesIsNotExclusive() throws IOException {
    Path file = file("a");
    assertThat(NewFile.isExclusive(store(Behaviour.KEEPS_THE_CONDITION, file), file)).isTrue();
    Configuration plain = new Configuration();
    plain.set("fs.s3a.impl", LooksFirst.class.getName());
    Path s3 = new Path("s3a://bucket/a");
    assertThat(NewFile.isExclusive(s3.getFileSystem(plain), s3)).isFalse();
  }

  /** As S3A is with {@code fs.s3a.create.conditional.enabled} off. */
  static final class LooksFirst extends org.apache.hadoop.fs.RawLocalFileSystem {
    @Override
    public java.net.URI getUri() {
      return java.net.URI.create("s3a://bucket");
    }
  }

  @Test
  void aVersionOfTheLogIsCommittedOnce() throws IOException {
    Path version = file("00000000000000000007.json");
    Configuration hadoop = ConditionalStore.settings(Behaviour.KEEPS_THE_CONDITION);
    new S3LogStore(hadoop).write(version, List.of("{1}", "{2}").iterator(), false, hadoop);
    assertThatThrownBy(
            () -> new S3LogStore(hadoop).write(version, List.of("{3}").iterator(), false, hadoop))
        .isInstanceOf(FileAlreadyExistsException.class);
    java.nio.file.Path there = folder.resolve(version.getName());
    assertThat(Files.readString(there)).isEqualTo("{1}\n{2}\n");
    new S3LogStore(hadoop).write(version, List.of("{4}").iterator(), true, hadoop);
    assertThat(Files.readString(there)).isEqualTo("{4}\n");
    // The store refuses, not a look before: this one refuses every write on a condition.
    Configuration failing = ConditionalStore.settings(Behaviour.FAILS);
    assertThatThrownBy(
            () ->
                new S3LogStore(failing)
                    .write(file("8.json"), List.of("{5}").iterator(), false, failing))
        .hasMessage("503");
  }
}
