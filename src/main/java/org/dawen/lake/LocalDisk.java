package org.dawen.lake;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.LocalConfigKeys;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local disk, with check files as it writes them, that starts no process: Hadoop itself
 * starts a {@code chmod} for every file and folder, and eight {@code readlink} for every commit of
 * a table. Other accounts get no access.
 */
public final class LocalDisk extends LocalFileSystem {
  /** Made by Hadoop from {@code fs.file.impl}. */
  public LocalDisk() {
    super(new Raw());
  }

  /**
   * The same files without regard to check files. Hadoop holds the bytes of {@code NAME} against a
   * hidden {@code .NAME.crc} beside it, which of a file that others made is none of ours.
   */
  public static FileSystem raw(FileSystem fs) {
    return fs instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fs;
  }

  /** Without check files. */
  static class Raw extends RawLocalFileSystem {
    /**
     * Hadoop sets the mode when the file is there: until then, and after a kill, others read it.
     */
    @Override
    protected OutputStream createOutputStreamWithMode(
        Path path, boolean isAppended, FsPermission asked) throws IOException {
      FsPermission mode = masked(asked == null ? FsPermission.getFileDefault() : asked);
      try {
        Files.createFile(pathToFile(path).toPath(), FileModes.attribute(mode.toShort()));
      } catch (FileAlreadyExistsException e) {
        // It is overwritten or appended to.
      }
      return super.createOutputStreamWithMode(path, isAppended, asked);
    }

    @Override
    protected boolean mkOneDirWithMode(Path path, File folder, FsPermission asked)
        throws IOException {
      FsPermission mode = masked(asked == null ? FsPermission.getDirDefault() : asked);
      try {
        Files.createDirectory(folder.toPath(), FileModes.attribute(mode.toShort()));
        setPermission(path, mode); // The umask of the process may have taken the group's part.
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }

    private FsPermission masked(FsPermission mode) {
      return mode.applyUMask(FsPermission.getUMask(getConf()));
    }

    @Override
    public void setPermission(Path path, FsPermission asked) throws IOException {
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), FileModes.permissions(asked.toShort()));
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(pathToFile(path).toPath())
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }
  }

  /** The same for Hadoop's other interface, through which Delta writes its log. */
  public static final class Context extends ChecksumFs {
    /** Made by Hadoop from {@code fs.AbstractFileSystem.file.impl}. */
    public Context(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(new RawContext(hadoop));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    RawContext(Configuration hadoop) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI, new Raw(), hadoop, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    @Deprecated
    public FsServerDefaults getServerDefaults() throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String path) {
      return true;
    }
  }
}
