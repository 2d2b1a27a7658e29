package org.dawen.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that were read in slices, put together again. */
final class SlicedFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, FileSlice.Before> before = new HashMap<>();
  private final transient List<FileAccount> accounts = new ArrayList<>();
  private final transient List<LandingFile> doubtful = new ArrayList<>();

  /** Puts together what the tasks found. */
  static SlicedFiles of(Collection<?> found) {
    SlicedFiles files = new SlicedFiles();
    Map<String, FileSlice.Hashes> hashes = new HashMap<>();
    Map<String, List<FileSlice.Account>> slices = new TreeMap<>();
    for (Object o : found) {
      if (o instanceof FileSlice.Hashes h) {
        hashes.put(h.fileId(), h);
      } else if (o instanceof FileSlice.Account a) {
        slices.computeIfAbsent(a.fileId(), f -> new ArrayList<>()).add(a);
      }
    }
    slices.forEach((fileId, parts) -> files.join(hashes.get(fileId), parts));
    return files;
  }

  private void join(FileSlice.Hashes hashes, List<FileSlice.Account> parts) {
    parts.sort(Comparator.comparingInt(FileSlice.Account::slice));
    LandingFile file = parts.get(0).account().file();
    if (!fitTogether(hashes, parts, file.lengthBytes())) {
      doubtful.add(file);
      return;
    }
    long[] records = new long[parts.size()];
    long[] lines = new long[parts.size()];
    FileAccount whole = parts.get(0).account();
    for (int i = 1; i < parts.size(); i++) {
      records[i] = whole.records();
      lines[i] = lines[i - 1] + parts.get(i - 1).lines();
      whole = whole.and(parts.get(i).account(), hashes.sha256());
    }
    before.put(file.fileId(), new FileSlice.Before(records, lines, hashes.checks()));
    accounts.add(whole);
  }

  /** Every slice begins where the one before ended, and holds the bytes that were hashed. */
  private static boolean fitTogether(
      FileSlice.Hashes hashes, List<FileSlice.Account> parts, long length) {
    long at = 0;
    for (FileSlice.Account a : parts) {
      if (a.firstAt() != at || a.check() != hashes.checks()[a.slice()]) {
        return false;
      }
      at = a.endsAt();
    }
    return at == length;
  }

  /** Accounts of the files whose slices fit together. */
  List<FileAccount> accounts() {
    return accounts;
  }

  /** Files that must be read in one piece. */
  List<LandingFile> doubtful() {
    return doubtful;
  }

  /** True if what was read of a slice (or of a whole file) stands. */
  boolean stands(String fileId, int slice) {
    return before.containsKey(fileId) == (slice != FileSlice.WHOLE);
  }

  /** Records of the file before a slice. */
  long recordsBefore(String fileId, int slice) {
    return slice == FileSlice.WHOLE ? 0 : before.get(fileId).records()[slice];
  }

  /** What was rejected in a slice, numbered within the whole file; null if it does not stand. */
  Reject reject(FileSlice.Rejected r) {
    return stands(r.fileId(), r.slice())
        ? r.reject()
            .behind(recordsBefore(r.fileId(), r.slice()), before.get(r.fileId()).lines()[r.slice()])
        : null;
  }

  /** CRC-32C of a slice. */
  long check(String fileId, int slice) {
    return before.get(fileId).checks()[slice];
  }
}
