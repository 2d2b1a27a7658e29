package org.dawen.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
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

  /** The folder as it was named. */
  String root() {
    return root;
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
   */
  record Listing(List<Listed> files, List<String> refused) {}

  /** All files, by path. Files and folders whose names begin with a dot are left out. */
  Listing list() {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root);
      FileSystem fs = path.getFileSystem(hadoop);
      Listing listing =
          fs.getUri().getScheme().equals("file")
              ? listLocal(Path.of(path.toUri().getPath()))
              : new Listing(listRemote(fs, path), List.of());
      listing.files().sort(Comparator.comparing(Listed::fileId));
      return listing;
    } catch (FileNotFoundException e) {
      throw missing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the landing folder " + root, e);
    }
  }

  private Trouble missing() {
    return Trouble.notReady(
        "The landing folder %s does not exist.".formatted(root),
        "Create it or name the right one with --landing DIR; feeds lie in it as air/, hj212/,"
            + " power/ and registry/.");
  }

  private Listing listLocal(Path named) throws IOException {
    if (!Files.isDirectory(named)) {
      throw missing();
    }
    // The folder itself may be named by a link; links in it are not followed.
    Path folder = named.toRealPath();
    List<Listed> files = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    boolean hasChangeTime = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    long now = System.currentTimeMillis();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
            boolean isHidden = !dir.equals(folder) && isHiddenName(dir);
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            // Hadoop takes what stands before a colon for a scheme.
            boolean isNameable = file.getFileName().toString().indexOf(':') < 0;
            if (a.isRegularFile() && isNameable && !isHiddenName(file)) {
              String stamp = String.valueOf(a.lastModifiedTime().toMillis());
              if (hasChangeTime) {
                Map<String, Object> unix = Files.readAttributes(file, "unix:ctime,ino");
                stamp += ":" + unix.get("ctime") + ":" + unix.get("ino");
              }
              String id = folder.relativize(file).toString().replace('\\', '/');
              boolean isFresh = now - a.lastModifiedTime().toMillis() < FRESH_MILLIS;
              files.add(new Listed(id, uriOf(file), a.size(), stamp, isFresh));
            } else if (!isHiddenName(file)) {
              refused.add(folder.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // vanished while we looked: not there
          }
        });
    refused.sort(Comparator.naturalOrder());
    return new Listing(files, List.copyOf(refused));
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

  private List<Listed> listRemote(FileSystem fs, org.apache.hadoop.fs.Path path)
      throws IOException {
    List<Listed> files = new ArrayList<>();
    String base = fs.makeQualified(path).toUri().getPath() + "/";
    long now = System.currentTimeMillis();
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(path, true);
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
    return files;
  }
}
