package org.dawen.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;
import org.dawen.lake.Trouble;

/** The folder where upstream platforms drop files. It is only ever read. */
final class LandingFolder {
  /** Files written to within this time may still change without their stamp showing it. */
  private static final long FRESH_MILLIS = 3_000;

  private final String root;
  private final Configuration hadoop;

  LandingFolder(String root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /**
   * A file as listed.
   *
   * @param fileId path below the root, with '/'
   * @param stamp text that differs whenever the file may have changed
   * @param isFresh written to a moment ago, so the stamp proves nothing yet
   */
  record Listed(String fileId, String uri, long lengthBytes, String stamp, boolean isFresh) {
    /** First folder of the path; empty for a file that lies in the landing folder itself. */
    String folder() {
      int slash = fileId.indexOf('/');
      return slash < 0 ? "" : fileId.substring(0, slash);
    }

    /** The path below the feed's folder. */
    String pathInFeed() {
      return fileId.substring(fileId.indexOf('/') + 1);
    }
  }

  /**
   * The folder as it stands.
   *
   * @param files by path
   * @param refused symbolic links, whose files lie elsewhere, what is neither file nor folder, and
   *     names with a colon, which cannot be opened
   * @param unreadable folders, and files, that cannot be read
   */
  record Listing(List<Listed> files, List<String> refused, List<String> unreadable) {}

  /** All files, by path. Files and folders whose names begin with a dot are left out. */
  Listing list() {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root);
      FileSystem fs = path.getFileSystem(hadoop);
      Listing listing =
          fs.getUri().getScheme().equals("file")
              ? listLocal(Path.of(path.toUri().getPath()))
              : listRemote(fs, path);
      listing.files().sort(Comparator.comparing(Listed::fileId));
      return listing;
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw missing();
    } catch (AccessDeniedException | AccessControlException e) {
      throw forbidden();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the landing folder " + root, e);
    }
  }

  private Trouble missing() {
    return Trouble.notReady("landing.missing", root);
  }

  private Trouble forbidden() {
    return Trouble.notReady("landing.forbidden", root);
  }

  private Listing listLocal(Path named) throws IOException {
    if (!Files.readAttributes(named, BasicFileAttributes.class).isDirectory()) {
      throw missing();
    }
    // The folder itself may be named by a link; links in it are not followed.
    Walk walk = new Walk(named.toRealPath());
    Files.walkFileTree(walk.folder, walk);
    walk.refused.sort(Comparator.naturalOrder());
    walk.unreadable.sort(Comparator.naturalOrder());
    return new Listing(walk.files, List.copyOf(walk.refused), List.copyOf(walk.unreadable));
  }

  /** Goes through a folder of a local disk, never out of it. */
  static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final boolean hasChangeTime;
    private final long now = System.currentTimeMillis();
    private final List<Listed> files = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    Walk(Path folder) {
      this.folder = folder;
      this.hasChangeTime = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    List<String> unreadable() {
      return unreadable;
    }

    private String id(Path path) {
      return folder.relativize(path).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
      boolean isHidden = !dir.equals(folder) && isHiddenName(dir);
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
      if (isHiddenName(file)) {
        return FileVisitResult.CONTINUE;
      }
      // Hadoop takes what stands before a colon for a scheme.
      if (!a.isRegularFile() || file.getFileName().toString().indexOf(':') >= 0) {
        refused.add(id(file));
        return FileVisitResult.CONTINUE;
      }
      String stamp = String.valueOf(a.lastModifiedTime().toMillis());
      if (hasChangeTime) {
        try {
          Map<String, Object> unix =
              Files.readAttributes(file, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
          stamp += ":" + unix.get("ctime") + ":" + unix.get("ino");
        } catch (IOException e) {
          return visitFileFailed(file, e);
        }
      }
      boolean isFresh = now - a.lastModifiedTime().toMillis() < FRESH_MILLIS;
      files.add(new Listed(id(file), uriOf(file), a.size(), stamp, isFresh));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
      boolean isVanished = e instanceof NoSuchFileException; // while we looked
      if (path.equals(folder)) {
        throw e;
      }
      if (!isVanished && !isHiddenName(path)) {
        unreadable.add(id(path));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(dir, e);
    }
  }

  /** As Hadoop reads it back from text: spaces and Chinese as they are, not as %20. */
  private static String uriOf(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri()).toString();
  }

  private static boolean isHiddenName(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** An object store tells times in whole seconds, but gives each content a tag. */
  private static String stamp(LocatedFileStatus file) {
    String time = String.valueOf(file.getModificationTime());
    return file instanceof EtagSource tagged ? time + ":" + tagged.getEtag() : time;
  }

  private static Listing listRemote(FileSystem fs, org.apache.hadoop.fs.Path path)
      throws IOException {
    List<Listed> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    String base = fs.makeQualified(path).toUri().getPath() + "/";
    try {
      addRemote(fs.listFiles(path, true), base, files);
    } catch (AccessDeniedException | AccessControlException e) {
      // One folder that may not be read ends the quick listing: folder by folder, then.
      files.clear();
      addFolder(fs, path, base, files, unreadable);
    }
    return new Listing(files, List.of(), List.copyOf(unreadable));
  }

  private static void addFolder(
      FileSystem fs,
      org.apache.hadoop.fs.Path folder,
      String base,
      List<Listed> files,
      List<String> unreadable)
      throws IOException {
    FileStatus[] found;
    try {
      found = fs.listStatus(folder);
      addRemote(fs.listFiles(folder, false), base, files);
    } catch (AccessDeniedException | AccessControlException e) {
      String path = folder.toUri().getPath() + "/";
      if (path.length() <= base.length()) {
        throw e;
      }
      unreadable.add(path.substring(base.length(), path.length() - 1));
      return;
    }
    for (FileStatus inner : found) {
      if (inner.isDirectory() && !inner.getPath().getName().startsWith(".")) {
        addFolder(fs, inner.getPath(), base, files, unreadable);
      }
    }
  }

  private static void addRemote(
      RemoteIterator<LocatedFileStatus> all, String base, List<Listed> files) throws IOException {
    long now = System.currentTimeMillis();
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String id = file.getPath().toUri().getPath().substring(base.length());
      if (!id.startsWith(".") && !id.contains("/.")) {
        files.add(
            new Listed(
                id,
                file.getPath().toString(),
                file.getLen(),
                stamp(file),
                now - file.getModificationTime() < FRESH_MILLIS));
      }
    }
  }
}
