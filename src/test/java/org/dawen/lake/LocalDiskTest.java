package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Table TABLE =
      TestTable.table("test.rows")
          .says("One row per code and day.")
          .key(CODE, DAY)
          .day(DAY)
          .layout(Layout.BY_YEAR)
          .columns(List.of(CODE, DAY));
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

  @TempDir private Path folder;

  private List<String> processesStartedBy(Runnable work) throws IOException {
    Path file = folder.resolve("processes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream().map(e -> e.getString("command")).toList();
  }

  /** Each takes some milliseconds, of a large process more. */
  @Test
  void aCommitAndACheckpointStartNoProcess() throws IOException {
    SparkSession spark = SharedSession.spark();
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    List<String> started =
        processesStartedBy(
            () -> {
              for (int i = 0; i < 3; i++) {
                LocalDate day = FIRST.plusDays(i / 2);
                Given.replaceDays(
                    lake,
                    TABLE,
                    DaySet.of(day),
                    spark.createDataFrame(
                        List.of(RowFactory.create("c" + i, day)), TABLE.rowSchema()),
                    "job");
              }
              lake.shortenLog(TABLE);
            });
    assertThat(started).isEmpty();
  }

  @Test
  void aProcessWouldBeSeen() throws IOException {
    assertThat(
            processesStartedBy(
                () -> {
                  try {
                    new ProcessBuilder("true").start().waitFor();
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .containsExactly("true");
  }

  @Test
  void aLinkIsToldFromAFile() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    Configuration hadoop = Sessions.hadoop();
    FileContext files = FileContext.getFileContext(FsConstants.LOCAL_FS_URI, hadoop);

    FileStatus file = files.getFileLinkStatus(new org.apache.hadoop.fs.Path(folder + "/file"));
    FileStatus link = files.getFileLinkStatus(new org.apache.hadoop.fs.Path(folder + "/link"));
    assertThat(file.isSymlink()).isFalse();
    assertThat(file.getLen()).isEqualTo(1);
    assertThat(link.isSymlink()).isTrue();
  }

  /** A process that is killed before the mode is set leaves no file open to others. */
  @Test
  void filesAndFoldersAreClosedToOthersBeforeTheirModeIsSet() throws IOException {
    List<String> modes = new ArrayList<>();
    FileSystem disk =
        new LocalDisk.Raw() {
          @Override
          public void setPermission(org.apache.hadoop.fs.Path path, FsPermission asked)
              throws IOException {
            modes.add(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(pathToFile(path).toPath())));
            super.setPermission(path, asked);
          }
        };
    disk.initialize(FsConstants.LOCAL_FS_URI, Sessions.hadoop());
    disk.create(new org.apache.hadoop.fs.Path(folder + "/below/file")).close();
    disk.create(new org.apache.hadoop.fs.Path(folder + "/below/file"), true).close();
    assertThat(modes).isNotEmpty().doesNotContain("rwxr-xr-x", "rw-r--r--");
    assertThat(Files.getPosixFilePermissions(folder.resolve("below")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("below/file")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(disk.mkdirs(new org.apache.hadoop.fs.Path(folder + "/below"))).isTrue();
  }
}
