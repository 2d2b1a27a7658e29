package org.dawen.codec.gb17691;

import java.util.Arrays;

/**
 * The samples of one vehicle's minute, one a second. Of several copies of a second one is in force:
 * a real-time copy before one sent again; then the one received last, where the file tells; then
 * the one with the larger bytes. That depends on the copies alone, not on their order.
 */
public final class MinuteSamples {
  private static final int SECONDS = 60;

  private final byte[] bodies = new byte[SECONDS * StreamBody.LENGTH];
  private final boolean[] isResent = new boolean[SECONDS];
  private long[] receivedAt;
  private long[] ranges = new long[8];
  private int rangeCount;
  private int[] boxes;
  private long map;
  private long conflicts;
  private int login;
  private int logout;
  private long start;

  /** Empties it for another minute that starts at a number of seconds since 2000. */
  public void begin(long newStart) {
    start = newStart;
    map = 0;
    conflicts = 0;
    login = -1;
    logout = -1;
    rangeCount = 0;
    receivedAt = null;
    boxes = null;
  }

  /** Start of the minute, seconds since 2000. */
  public long start() {
    return start;
  }

  /** Bit s is set if second s was sampled. */
  public long map() {
    return map;
  }

  /** The body in force of a sampled second begins here in {@link #bodies}. */
  public static int at(int second) {
    return second * StreamBody.LENGTH;
  }

  /** The bodies of the 60 seconds. */
  public byte[] bodies() {
    return bodies;
  }

  /** True if the copy in force was sent again (command 03). */
  public boolean isResent(int second) {
    return isResent[second];
  }

  /** Bit s is set if copies of second s differ. */
  public long conflicts() {
    return conflicts;
  }

  /** The vehicle logged in. */
  public void login(int second) {
    login = login < 0 ? second : Math.min(login, second);
  }

  /** The vehicle logged out. */
  public void logout(int second) {
    logout = Math.max(logout, second);
  }

  /** Notes where in the file a frame of this minute stands. */
  public void range(long position, long span) {
    if (rangeCount > 0) {
      int last = 2 * rangeCount - 2;
      if (ranges[last] == position) {
        return;
      }
      if (ranges[last] + ranges[last + 1] == position) {
        ranges[last + 1] += span;
        return;
      }
    }
    if (2 * rangeCount == ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * ranges.length);
    }
    ranges[2 * rangeCount] = position;
    ranges[2 * rangeCount + 1] = span;
    rangeCount++;
  }

  /** How many byte ranges of the file hold its frames. */
  int ranges() {
    return rangeCount;
  }

  /** Where a range begins. */
  long rangePosition(int range) {
    return ranges[2 * range];
  }

  /** Its length in bytes. */
  long rangeLength(int range) {
    return ranges[2 * range + 1];
  }

  /** A copy of a second. */
  public void add(int second, byte[] b, int at, boolean resent, long received) {
    long bit = 1L << second;
    int mine = at(second);
    if ((map & bit) == 0) {
      map |= bit;
      System.arraycopy(b, at, bodies, mine, StreamBody.LENGTH);
      isResent[second] = resent;
      if (received != FrameSource.NOT_TOLD) {
        receipts()[second] = received;
      } else if (receivedAt != null) {
        receivedAt[second] = FrameSource.NOT_TOLD;
      }
      return;
    }
    int order =
        Arrays.compareUnsigned(
            bodies, mine, mine + StreamBody.LENGTH, b, at, at + StreamBody.LENGTH);
    if (order != 0) {
      noteConflict(second, b, at);
    }
    boolean wins;
    long before = receivedAt == null ? FrameSource.NOT_TOLD : receivedAt[second];
    if (resent != isResent[second]) {
      wins = !resent;
    } else if (received != before) {
      wins = received > before;
    } else {
      wins = order < 0;
    }
    if (wins) {
      System.arraycopy(b, at, bodies, mine, StreamBody.LENGTH);
      isResent[second] = resent;
      if (received != before) {
        receipts()[second] = received;
      }
    }
  }

  private long[] receipts() {
    if (receivedAt == null) {
      receivedAt = new long[SECONDS];
      Arrays.fill(receivedAt, FrameSource.NOT_TOLD);
    }
    return receivedAt;
  }

  /** The box around the positions of all copies does not depend on their order. */
  private void noteConflict(int second, byte[] b, int at) {
    if (boxes == null) {
      boxes = new int[4 * SECONDS];
    }
    if ((conflicts & 1L << second) == 0) {
      conflicts |= 1L << second;
      boxes[4 * second] = Integer.MAX_VALUE;
      boxes[4 * second + 1] = Integer.MIN_VALUE;
      boxes[4 * second + 2] = Integer.MAX_VALUE;
      boxes[4 * second + 3] = Integer.MIN_VALUE;
      widen(second, bodies, at(second));
    }
    widen(second, b, at);
  }

  private void widen(int second, byte[] b, int at) {
    if (StreamBody.hasPosition(b, at)) {
      int i = 4 * second;
      boxes[i] = Math.min(boxes[i], StreamBody.longitude(b, at));
      boxes[i + 1] = Math.max(boxes[i + 1], StreamBody.longitude(b, at));
      boxes[i + 2] = Math.min(boxes[i + 2], StreamBody.latitude(b, at));
      boxes[i + 3] = Math.max(boxes[i + 3], StreamBody.latitude(b, at));
    }
  }

  int conflictMetres() {
    int most = 0;
    for (int s = 0; conflicts != 0 && s < SECONDS; s++) {
      if ((conflicts & 1L << s) != 0 && boxes[4 * s] <= boxes[4 * s + 1]) {
        most =
            Math.max(
                most,
                StreamBody.metres(
                    boxes[4 * s], boxes[4 * s + 2], boxes[4 * s + 1], boxes[4 * s + 3]));
      }
    }
    return most;
  }

  int login() {
    return login;
  }

  int logout() {
    return logout;
  }
}
