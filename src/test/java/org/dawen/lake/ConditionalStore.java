package org.dawen.lake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.RemoteIterators;

/** A folder that behaves as an object store behind S3A does: objects are put whole, at the end. */
public final class ConditionalStore extends RawLocalFileSystem {
  private static final String BEHAVIOUR = "test.store.behaviour";

  /** What becomes of a write on the condition that there is no such object. */
  public enum Behaviour {
    KEEPS_THE_CONDITION,
    IGNORES_THE_CONDITION,
    /** The object is there, but the writer is told that it was refused. */
    LOSES_ITS_ANSWER,
    FAILS
  }

  /** Settings with such a store under {@code bucket:/}. */
  public static Configuration settings(Behaviour behaviour) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.bucket.impl", ConditionalStore.class.getName());
    hadoop.setBoolean("fs.bucket.impl.disable.cache", true);
    hadoop.set(BEHAVIOUR, behaviour.name());
    return hadoop;
  }

  /** A folder of the local disk as a place on the store. */
  public static String at(java.nio.file.Path folder) {
    return "bucket://" + folder;
  }

  @Override
  public URI getUri() {
    return URI.create("bucket:///");
  }

  @Override
  public String getScheme() {
    return "bucket";
  }

  /** A status with the tag that an object store gives each content. */
  private static final class Tagged extends LocatedFileStatus implements EtagSource {
    private static final long serialVersionUID = 1L;
    private final String tag;

    Tagged(FileStatus status, String tag) throws IOException {
      super(
          status.getLen(),
          status.isDirectory(),
          1,
          status.getBlockSize(),
          status.getModificationTime(),
          0,
          null,
          null,
          null,
          null,
          status.getPath(),
          null);
      this.tag = tag;
    }

    @Override
    public String getEtag() {
      return tag;
    }
  }

  @Override
  protected RemoteIterator<LocatedFileStatus> listLocatedStatus(Path path, PathFilter filter)
      throws IOException {
    return RemoteIterators.mappingRemoteIterator(
        RemoteIterators.remoteIteratorFromArray(listStatus(path, filter)),
        status -> new Tagged(status, status.isFile() ? tagOf(status) : ""));
  }

  private String tagOf(FileStatus status) throws IOException {
    return Integer.toHexString(Files.readString(pathToFile(status.getPath()).toPath()).hashCode());
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
        || super.hasPathCapability(path, capability);
  }

  @Override
  public FSDataOutputStreamBuilder<FSDataOutputStream, ?> createFile(Path path) {
    return new Builder(this, path);
  }

  private static final class Builder
      extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {
    private final ConditionalStore store;

    Builder(ConditionalStore store, Path path) {
      super(store, path);
      this.store = store;
    }

    @Override
    public Builder getThisBuilder() {
      return this;
    }

    @Override
    public FSDataOutputStream build() throws IOException {
      String condition = CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
      rejectUnknownMandatoryKeys(getMandatoryKeys(), Set.of(condition), "for " + getPath());
      boolean hasCondition = getOptions().getBoolean(condition, false);
      java.nio.file.Path object = store.pathToFile(getPath()).toPath();
      Behaviour behaviour = Behaviour.valueOf(store.getConf().get(BEHAVIOUR));
      return new FSDataOutputStream(
          new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
              put(object, toByteArray(), hasCondition, behaviour);
            }
          },
          null);
    }
  }

  private static void put(
      java.nio.file.Path object, byte[] content, boolean hasCondition, Behaviour behaviour)
      throws IOException {
    if (hasCondition && behaviour == Behaviour.FAILS) {
      throw new IOException("503");
    }
    java.nio.file.Path whole = Files.createTempFile(object.getParent(), ".put", "");
    Files.write(whole, content, StandardOpenOption.TRUNCATE_EXISTING);
    if (!hasCondition || behaviour == Behaviour.IGNORES_THE_CONDITION) {
      Files.move(whole, object, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try {
      Files.createLink(object, whole);
    } catch (FileAlreadyExistsException e) {
      throw new PathIOException(object.toString(), "412");
    } finally {
      Files.delete(whole);
    }
    if (behaviour == Behaviour.LOSES_ITS_ANSWER) {
      throw new PathIOException(object.toString(), "412");
    }
  }
}
