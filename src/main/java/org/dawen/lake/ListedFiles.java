package org.dawen.lake;

import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Files that Spark reads as one table, already known by path and length: nothing is listed. */
final class ListedFiles implements FileIndex {
  private final Path root;
  private final List<FileStatus> files;

  ListedFiles(Path root, List<DataFiles.DataFile> files) {
    this.root = root;
    this.files = files.stream().map(f -> status(f.status())).toList();
  }

  private static FileStatus status(io.delta.kernel.utils.FileStatus file) {
    // Kernel gives the path as it is spelt, not as a URI: a lake may lie in "D 盘/my lake #2".
    return new FileStatus(
        file.getSize(), false, 0, 0, file.getModificationTime(), new Path(file.getPath()));
  }

  @Override
  public Seq<Path> rootPaths() {
    return CollectionConverters.asScala(List.of(root)).toSeq();
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    PartitionDirectory all =
        PartitionDirectory.apply(InternalRow.empty(), files.toArray(FileStatus[]::new));
    return CollectionConverters.asScala(List.of(all)).toSeq();
  }

  @Override
  public String[] inputFiles() {
    return files.stream().map(f -> f.getPath().toString()).toArray(String[]::new);
  }

  @Override
  public void refresh() {}

  @Override
  public long sizeInBytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  @Override
  public StructType partitionSchema() {
    return new StructType();
  }
}
