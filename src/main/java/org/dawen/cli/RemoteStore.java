package org.dawen.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.dawen.lake.Trouble;
import org.dawen.run.FailureWords;

/** A store elsewhere that a lake lies on: whether it can be reached at all, and why not. */
final class RemoteStore {
  private RemoteStore() {}

  /**
   * Whether there is a lake. Fails with exit code 2 if no file system is known for the address or
   * the store refuses us, with 3 if it does not answer: it may later.
   */
  static boolean holds(String lake, Configuration hadoop) {
    try {
      Path root = new Path(lake + "/");
      return root.getFileSystem(hadoop).exists(root);
    } catch (UnsupportedFileSystemException e) {
      throw unknown(lake, e);
    } catch (AccessDeniedException | AccessControlException e) {
      throw Trouble.usage(e, "store.refuses", lake, FailureWords.of(e));
    } catch (IOException e) {
      throw Trouble.notReady("store.silent", lake, FailureWords.of(e));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        throw unknown(lake, e);
      }
      throw e;
    }
  }

  private static Trouble unknown(String lake, Exception e) {
    return Trouble.usage(e, "store.unknown", lake, FailureWords.of(e));
  }
}
