package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is for owner and group alone; the JVM of the tests has another umask. */
class FileModesTest {
  @TempDir private Path folder;

  private static Configuration settings(Class<? extends FileSystem> localDisk) {
    Configuration hadoop = new Configuration();
    hadoop.set(FileModes.UMASK_KEY, FileModes.umask());
    hadoop.set("fs.file.impl", localDisk.getName());
    hadoop.set("fs.AbstractFileSystem.file.impl", LocalDisk.Context.class.getName());
    return hadoop;
  }

  private static org.apache.hadoop.fs.Path hadoopPath(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private Map<String, String> modes() throws IOException {
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(p -> !p.equals(folder)).toList()) {
        modes.put(
            folder.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return modes;
  }

  @Test
  void filesAndFoldersOfTheJdkAreClosedToOthers() throws IOException {
    FileModes.createDirectories(folder.resolve("a/b"));
    FileModes.write(folder.resolve("a/b/file"), new byte[] {1});
    Files.writeString(folder.resolve("older"), "0123456789");
    FileModes.write(folder.resolve("older"), new byte[] {1});
    assertThat(modes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a",
                "rwxr-x---",
                "a/b",
                "rwxr-x---",
                "a/b/file",
                "rw-r-----",
                "older",
                "rw-r-----"));
    assertThat(folder.resolve("older")).hasSize(1);
  }

  private void writeThroughHadoop(Class<? extends FileSystem> localDisk) throws IOException {
    try (FileSystem fs = FileSystem.newInstance(URI.create("file:///"), settings(localDisk))) {
      fs.mkdirs(hadoopPath(folder.resolve("a/b")));
      try (OutputStream out = fs.create(hadoopPath(folder.resolve("a/b/file")), false)) {
        out.write(1);
      }
    }
    assertThat(modes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a",
                "rwxr-x---",
                "a/b",
                "rwxr-x---",
                "a/b/file",
                "rw-r-----",
                "a/b/.file.crc",
                "rw-r-----"));
  }

  @Test
  void soAreThoseOfHadoop() throws IOException {
    writeThroughHadoop(LocalDisk.class);
  }

  @Test
  void soAreThoseOfHadoopsOwnLocalDiskOnACluster() throws IOException {
    writeThroughHadoop(LocalFileSystem.class);
  }

  @Test
  void soAreThoseOfTheInterfaceThroughWhichDeltaWritesItsLog() throws Exception {
    FileContext files = FileContext.getFileContext(settings(LocalDisk.class));
    files.mkdir(hadoopPath(folder.resolve("log")), null, true);
    try (OutputStream out =
        files.create(hadoopPath(folder.resolve("log/.tmp")), EnumSet.of(CreateFlag.CREATE))) {
      out.write("text".getBytes(StandardCharsets.UTF_8));
    }
    files.rename(
        hadoopPath(folder.resolve("log/.tmp")),
        hadoopPath(folder.resolve("log/0.json")),
        Options.Rename.NONE);
    assertThat(modes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("log", "rwxr-x---", "log/0.json", "rw-r-----", "log/.0.json.crc", "rw-r-----"));
    assertThatThrownBy(
            () ->
                files.rename(
                    hadoopPath(folder.resolve("log/0.json")),
                    hadoopPath(folder.resolve("log/0.json")),
                    Options.Rename.NONE))
        .isInstanceOf(IOException.class);
  }

  /** The check file is that of the content: a changed byte is noticed when the lake is read. */
  @Test
  void checkFilesAreRight() throws IOException {
    try (FileSystem fs =
        FileSystem.newInstance(URI.create("file:///"), settings(LocalDisk.class))) {
      Path file = folder.resolve("file");
      try (OutputStream out = fs.create(hadoopPath(file), true)) {
        out.write("content".getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream in = fs.open(hadoopPath(file))) {
        assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
      }
      Files.writeString(file, "cOntent");
      assertThatThrownBy(
              () -> {
                try (InputStream in = fs.open(hadoopPath(file))) {
                  in.readAllBytes();
                }
              })
          .isInstanceOf(ChecksumException.class);
    }
  }

  @Test
  void aFolderMadeBeforehandIsClosed() throws IOException {
    Path lake = Files.createDirectory(folder.resolve("lake"));
    Files.setPosixFilePermissions(lake, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(FileModes.isOpenToOthers(lake)).isTrue();
    assertThat(FileModes.closeFolderToOthers(lake).toString()).isEmpty();
    assertThat(modes()).containsEntry("lake", "rwxr-x---");
  }

  @Test
  void aFolderOfAllProgramsStaysAsItIs() throws IOException {
    assertThat(FileModes.closeFolderToOthers(Path.of("/tmp")).toString())
        .contains("/tmp", "of its own");
    assertThat(Files.getPosixFilePermissions(Path.of("/tmp"))).hasSize(9);
  }
}
