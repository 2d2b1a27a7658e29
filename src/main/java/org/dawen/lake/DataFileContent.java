package org.dawen.lake;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Reads every byte of a Parquet file and holds it against the sums that were written with it. */
final class DataFileContent {
  private static final int CHECK_FILE_MAGIC = 0x63726300; // "crc\0"

  private DataFileContent() {}

  /** What is wrong with the content; null if it is as it was written. */
  static Message fault(Path file, Configuration hadoop) {
    try {
      Message inFile = againstCheckFile(file, hadoop);
      return inFile == null ? inPages(file, hadoop) : inFile;
    } catch (IOException e) {
      return Message.of("damage.file-unreadable", file.getName(), CommitLog.inWords(e));
    }
  }

  /**
   * Hadoop keeps sums of each 512 bytes of a file of a local disk beside it. They are compared here
   * and not by Hadoop, which moves a file that fails to a folder of its own.
   */
  private static Message againstCheckFile(Path file, Configuration hadoop) throws IOException {
    FileSystem fs = file.getFileSystem(hadoop);
    if (!(fs instanceof LocalFileSystem local)) {
      return null;
    }
    FileSystem raw = local.getRawFileSystem();
    try (DataInputStream sums = new DataInputStream(raw.open(local.getChecksumFile(file)));
        InputStream in = raw.open(file)) {
      if (sums.readInt() != CHECK_FILE_MAGIC) {
        return Message.of("damage.file-sums-unreadable", file.getName());
      }
      byte[] chunk = new byte[sums.readInt()];
      long at = 0;
      for (int n = in.readNBytes(chunk, 0, chunk.length);
          n > 0;
          n = in.readNBytes(chunk, 0, chunk.length)) {
        CRC32 sum = new CRC32();
        sum.update(chunk, 0, n);
        if ((int) sum.getValue() != sums.readInt()) {
          return Message.of("damage.file-changed", file.getName(), at, at + n);
        }
        at += n;
      }
      return null;
    } catch (FileNotFoundException e) {
      return null; // copied without it
    } catch (EOFException e) {
      return Message.of("damage.file-sums-short", file.getName());
    }
  }

  private static Message inPages(Path file, Configuration hadoop) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(file, hadoop),
            HadoopReadOptions.builder(hadoop).usePageChecksumVerification(true).build())) {
      while (reader.readNextRowGroup() != null) {
        // Reading the pages compares their sums.
      }
      return null;
    } catch (RuntimeException e) { // what Parquet says of bytes that are no footer or page
      return Message.of("damage.file-unreadable", file.getName(), CommitLog.inWords(e));
    }
  }
}
