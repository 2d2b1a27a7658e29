package org.dawen.intake;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.dawen.lake.LocalDisk;
import org.dawen.lake.Sessions;

/** Opens landing files. */
public final class LandingBytes {
  /** Once a process: making one parses Hadoop's defaults, which takes longer than most files. */
  private static final Configuration HADOOP = Sessions.hadoopOfTask();

  private LandingBytes() {}

  /** The bytes of a landing file as they lie there. */
  public static FSDataInputStream open(Path path) throws IOException {
    return LocalDisk.raw(path.getFileSystem(HADOOP)).open(path);
  }
}
