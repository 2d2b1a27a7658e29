package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored, held against the log. */
class InspectionTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final LocalDate D1 = LocalDate.of(2024, 3, 1);
  private static final Table TABLE =
      TestTable.table("test.rows")
          .says("One row per code and day.")
          .key(CODE, DAY)
          .day(DAY)
          .layout(Layout.BY_MONTH)
          .columns(List.of(CODE, DAY));

  @TempDir private Path folder;
  private Lake lake;
  private Path file;

  @BeforeEach
  void writeATable() throws IOException {
    lake = new Lake(SharedSession.spark(), folder.toString());
    appendRows();
    file = find(".parquet");
  }

  private void appendRows() {
    List<Row> rows =
        IntStream.range(0, 5_000).mapToObj(i -> RowFactory.create("code " + i, D1)).toList();
    Dataset<Row> data = SharedSession.spark().createDataFrame(rows, TABLE.rowSchema()).coalesce(1);
    lake.append(TABLE, DaySet.of(D1), Given.rows(TABLE, data), "job");
  }

  private Path find(String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(end))
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .findFirst()
          .orElseThrow();
    }
  }

  private void flip(int place) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[place] ^= 1;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
  }

  private Path checkFile() {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }

  private String found(LakeInspection.Depth depth) {
    List<Damage> found = LakeInspection.of(lake, List.of(TABLE), depth);
    assertThat(found).hasSizeLessThan(2);
    return found.isEmpty() ? "" : found.get(0).sentence().toString();
  }

  /** A file of another time is read every night, however long before the commit it was ended. */
  @Test
  void theLogTellsTheTimeOfTheFileItself() throws IOException {
    assertThat(lake.files(TABLE).files().get(0).status().getModificationTime())
        .isEqualTo(Files.getLastModifiedTime(file).toMillis());
  }

  @Test
  void aTableAsItWasWrittenIsWholeAlsoWithoutCheckFiles() throws IOException {
    assertThat(found(LakeInspection.Depth.CONTENT)).isEmpty();
    Files.delete(checkFile());
    assertThat(found(LakeInspection.Depth.CONTENT)).isEmpty();
  }

  @Test
  void aFileThatIsGoneOrShorterIsFoundWithoutReadingIt() throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT))
        .startsWith("A data file of test.rows in ")
        .contains(file.getFileName() + " has 100 bytes instead of ");
    Files.delete(file);
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT))
        .contains(file.getFileName() + " is missing");
  }

  @Test
  void aByteThatFlippedIsFoundByReadingAndTheFileStaysWhereItIs() throws IOException {
    flip((int) Files.size(file) - 60); // in the footer
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT)).isEmpty();
    assertThat(found(LakeInspection.Depth.CONTENT))
        .contains("is not what was written, between bytes");
    assertThat(file).exists();
  }

  @Test
  void withoutACheckFileTheSumsOfPagesTell() throws IOException {
    Files.delete(checkFile());
    flip((int) Files.size(file) / 3);
    assertThat(found(LakeInspection.Depth.CONTENT)).contains("cannot be read");
  }

  @Test
  void aFileThatWasWrittenIntoLaterIsReadEveryNight() throws IOException {
    flip(200);
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5_000));
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT)).contains("is not what was written");
  }

  @Test
  void readingADamagedFileNamesItWithTheCommand() throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThatThrownBy(() -> lake.rows(TABLE, DaySet.ALWAYS, Set.of(CODE.name())))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining("'./dawen doctor --rebuild test.rows'");
    assertThatThrownBy(() -> lake.read(TABLE).collectAsList())
        .satisfies(
            e ->
                assertThat(Damage.behind(e, List.of(TABLE)))
                    .hasMessageContaining("A data file of test.rows is missing or damaged")
                    .hasMessageContaining(file.getFileName().toString()));
  }

  @Test
  void aCheckpointThatIsCutIsADamagedLog() throws IOException {
    appendRows();
    DeltaLog.clearCache();
    DeltaLog.forTable(SharedSession.spark(), lake.path(TABLE)).checkpoint();
    Path checkpoint = find(".checkpoint.parquet");
    Files.delete(checkpoint.resolveSibling("00000000000000000000.json"));
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT)).isEmpty();
    Files.deleteIfExists(checkpoint.resolveSibling("." + checkpoint.getFileName() + ".crc"));
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(found(LakeInspection.Depth.EVERY_NIGHT))
        .startsWith("The Delta log of test.rows in ")
        .contains("a checkpoint is not a Parquet file");
  }
}
