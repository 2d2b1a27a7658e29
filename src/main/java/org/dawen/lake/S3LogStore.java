package org.dawen.lake;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes a table's log to S3 so that of two who commit the same version one fails, whatever process
 * or machine it is in. Delta's own store for S3 holds back only writers of its process: it looks
 * first and writes then (docs/decisions/0059). Without conditional writes it is Delta's own.
 */
public final class S3LogStore extends S3SingleDriverLogStore {
  public S3LogStore(Configuration hadoop) {
    super(hadoop);
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    FileSystem fs = path.getFileSystem(hadoop);
    if (overwrite || !NewFile.isConditional(fs, path)) {
      super.write(path, actions, overwrite, hadoop);
      return;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    while (actions.hasNext()) {
      content.write((actions.next() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (!NewFile.create(fs, path, content.toByteArray())) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }
}
