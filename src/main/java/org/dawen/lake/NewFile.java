package org.dawen.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Creates a file that is not there yet: of several who try at once exactly one succeeds. On a local
 * disk the system does it, on HDFS the name node, on S3 a conditional write, {@code If-None-Match:
 * *} (docs/decisions/0059).
 */
public final class NewFile {
  private static final String CONDITIONAL =
      CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  /** Without a condition their Hadoop clients look first and write then, over anything. */
  private static final Set<String> LOOK_FIRST = Set.of("s3a", "s3n", "s3");

  private NewFile() {}

  /**
   * Creates a file with a content that no other writer would give it.
   *
   * @return false if somebody else's file is there
   */
  public static boolean create(FileSystem fs, Path file, byte[] content) throws IOException {
    if (isLocal(fs)) {
      return createLocally(java.nio.file.Path.of(file.toUri().getPath()), content);
    }
    return isConditional(fs, file)
        ? createOnCondition(fs, file, content)
        : createByHadoop(fs, file, content);
  }

  /** A local disk. */
  public static boolean isLocal(FileSystem fs) {
    return fs.getUri().getScheme().equals("file");
  }

  /** Files are put with the condition that there is none. */
  public static boolean isConditional(FileSystem fs, Path file) throws IOException {
    return fs.hasPathCapability(file, CONDITIONAL);
  }

  /**
   * False if of several who create the same file at once more than one may be told that it was the
   * first: an object store whose client may not, or cannot, write on a condition. That the server
   * keeps to the condition is not asked here.
   */
  public static boolean isExclusive(FileSystem fs, Path file) throws IOException {
    return !LOOK_FIRST.contains(fs.getUri().getScheme()) || isConditional(fs, file);
  }

  /** Hadoop looks first and creates then; the system does both at once. */
  private static boolean createLocally(java.nio.file.Path file, byte[] content) throws IOException {
    try {
      FileModes.writeNew(file, content);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static boolean createByHadoop(FileSystem fs, Path file, byte[] content)
      throws IOException {
    try (OutputStream out = fs.create(file, false)) {
      out.write(content);
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  private static boolean createOnCondition(FileSystem fs, Path file, byte[] content)
      throws IOException {
    try {
      FSDataOutputStreamBuilder<?, ?> builder = fs.createFile(file).recursive();
      builder.must(CONDITIONAL, true);
      FSDataOutputStream out = builder.build();
      try {
        out.write(content);
      } catch (IOException | RuntimeException e) {
        out.abort(); // to close it would put what there is
        throw e;
      }
      out.close();
      return true;
    } catch (IOException e) {
      // Refused, or the answer to our own write was lost and its repetition refused.
      byte[] there;
      try (InputStream in = fs.open(file)) {
        there = in.readAllBytes();
      } catch (FileNotFoundException gone) {
        throw e;
      } catch (IOException unreadable) {
        e.addSuppressed(unreadable);
        throw e;
      }
      return Arrays.equals(there, content);
    }
  }
}
