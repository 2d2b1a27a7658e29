package org.dawen.codec.gb17691;

import java.util.Arrays;

/**
 * The data unit of one frame taken apart into blocks. The layout is that of the four whose lengths
 * come out exactly; they are tried in the order of {@link DataUnitLayout}, so the answer depends on
 * the frame alone. One object reads many frames.
 *
 * <p>A frame of layouts with one time holds consecutive seconds: its i-th stream block was sampled
 * i seconds after the time of the frame.
 */
public final class DataUnit {
  /** Vehicle logs in (车辆登入). */
  public static final int LOGIN = 1;

  /** Real-time information (实时信息). */
  public static final int REALTIME = 2;

  /** Information sent again (补发). */
  public static final int RESEND = 3;

  /** Vehicle logs out (车辆登出). */
  public static final int LOGOUT = 4;

  /** Terminal asks for the time (终端校时). */
  public static final int TIME_SYNC = 5;

  /** OBD information (OBD信息). */
  public static final int INFO = 1;

  /** Engine stream (数据流信息). */
  public static final int STREAM = 2;

  private static final int MOST_BLOCKS = 2048;

  /** A block of unknown type and up to this length is skipped if its length can be told. */
  private static final int MOST_SKIPPED_BYTES = 512;

  /** So many types must stand where a length puts them before it is believed; each is one byte. */
  private static final int LEAST_TYPES_BEHIND = 3;

  /** Times of blocks of one frame lie this close together. */
  private static final long MOST_SECONDS_APART = 3_600;

  private static final int NOTHING = -1;
  private static final DataUnitLayout[] LAYOUTS = DataUnitLayout.values();

  private final int[] types = new int[MOST_BLOCKS];
  private final int[] bodies = new int[MOST_BLOCKS];
  private final long[] times = new long[MOST_BLOCKS];
  private int blocks;
  private int unknownBlocks;
  private int unknownType;
  private int skippedType = NOTHING;
  private int skippedLength;
  private int skippedBlocks;
  private DataUnitLayout layout;
  private long time;

  /** Blocks of known type. */
  public int blocks() {
    return blocks;
  }

  /** {@link #INFO} or {@link #STREAM}. */
  public int type(int block) {
    return types[block];
  }

  /** Where in the buffer the body of the block begins. */
  public int body(int block) {
    return bodies[block];
  }

  /** Seconds since 2000 of the block. */
  public long time(int block) {
    return times[block];
  }

  /** Blocks of unknown type; what cannot be told apart counts as one. */
  public int unknownBlocks() {
    return unknownBlocks;
  }

  /** Type of the first unknown block. */
  public int unknownType() {
    return unknownType;
  }

  /** Layout of a real-time data unit; null for other commands. */
  public DataUnitLayout layout() {
    return layout;
  }

  /** Time of the frame, seconds since 2000. */
  public long time() {
    return time;
  }

  /**
   * Reads the data unit of a frame that is not encrypted.
   *
   * @return why it cannot be read; null if it can
   */
  public FrameFault read(byte[] b, int frame, int frameLength) {
    blocks = 0;
    unknownBlocks = 0;
    layout = null;
    int from = frame + FrameSource.HEADER_BYTES;
    int to = frame + frameLength - 1;
    int command = b[frame + 2] & 0xFF;
    if (command == TIME_SYNC || command > TIME_SYNC || command == 0) {
      return null;
    }
    if (to - from < VehicleTime.LENGTH) {
      return FrameFault.MALFORMED;
    }
    time = VehicleTime.seconds(b, from);
    if (time < 0) {
      return FrameFault.BAD_TIME;
    }
    if (command == LOGIN) {
      return to - from == 28 ? null : FrameFault.MALFORMED;
    }
    if (command == LOGOUT) {
      return to - from == 8 ? null : FrameFault.MALFORMED;
    }
    for (DataUnitLayout candidate : LAYOUTS) {
      if (walk(b, from, to, candidate) == to) {
        if (candidate == DataUnitLayout.SIGNED_BLOCKS && isRatherTimed(b, from, to)) {
          break;
        }
        layout = candidate;
        return null;
      }
    }
    return readKnownPart(b, from, to);
  }

  /**
   * The end of a block with a time of its own may look like a signature that holds all the rest. As
   * many blocks with times before one of unknown type, which has one too, speak against it.
   */
  private boolean isRatherTimed(byte[] b, int from, int to) {
    int signed = blocks;
    int stop = walk(b, from, to, DataUnitLayout.TIME_PER_BLOCK);
    boolean isTimed = stop > 0 && stop < to && beginsTimedBlock(b, stop, to) && blocks >= signed;
    if (!isTimed) {
      walk(b, from, to, DataUnitLayout.SIGNED_BLOCKS);
    }
    return isTimed;
  }

  /**
   * No layout fits with known types alone. Where one length of the first unknown type makes all
   * lengths come out, blocks of that type are skipped; else the blocks before the first one stay.
   */
  private FrameFault readKnownPart(byte[] b, int from, int to) {
    DataUnitLayout best = null;
    int most = -1;
    int bestLength = NOTHING;
    int bestType = NOTHING;
    for (DataUnitLayout candidate : LAYOUTS) {
      int stop = walk(b, from, to, candidate);
      if (stop <= 0 || stop >= to || !isUnknownType(b[stop] & 0xFF)) {
        continue;
      }
      int found = blocks;
      int type = b[stop] & 0xFF;
      int length = lengthThatFits(b, from, to, candidate, type);
      if (length != NOTHING) {
        skip(type, length);
        walk(b, from, to, candidate);
        skip(NOTHING, 0);
        found = blocks;
      }
      if (found > most) {
        most = found;
        best = candidate;
        bestType = type;
        bestLength = length;
      }
    }
    if (best == null) {
      blocks = 0;
      return FrameFault.MALFORMED;
    }
    layout = best;
    if (bestLength != NOTHING) {
      skip(bestType, bestLength);
    }
    walk(b, from, to, best);
    skip(NOTHING, 0);
    unknownType = bestType;
    unknownBlocks = Math.max(1, skippedBlocks);
    return null;
  }

  private void skip(int type, int length) {
    skippedType = type;
    skippedLength = length;
  }

  /**
   * The length of blocks of an unknown type with which the walk ends at the end and finds most
   * blocks, a second and such a block in turns. {@link #NOTHING} if no single length does, or too
   * few types behind the first such block speak for it: what it holds may look like a block. That
   * is why one alone is not skipped: a shorter one and a sample made of its end would fit as well.
   * Lengths that leave the known blocks where they are do not contradict each other.
   */
  private int lengthThatFits(byte[] b, int from, int to, DataUnitLayout candidate, int type) {
    int least = blocks + 1 + LEAST_TYPES_BEHIND;
    int most = 0;
    int answer = NOTHING;
    int[] places = {};
    for (int length = 0; length <= Math.min(MOST_SKIPPED_BYTES, to - from); length++) {
      skip(type, length);
      if (walk(b, from, to, candidate) != to) {
        continue;
      }
      int found = blocks + skippedBlocks;
      if (found >= least && found > most) {
        answer = length;
        most = found;
        places = Arrays.copyOf(bodies, blocks);
      } else if (found == most && !Arrays.equals(places, Arrays.copyOf(bodies, blocks))) {
        answer = NOTHING;
      }
    }
    skip(NOTHING, 0);
    return answer;
  }

  /**
   * True if a block of unknown type with a time of its own begins here, rather than a signature.
   */
  private boolean beginsTimedBlock(byte[] b, int p, int to) {
    if (!isUnknownType(b[p] & 0xFF) || p + 1 + VehicleTime.LENGTH > to) {
      return false;
    }
    long at = VehicleTime.seconds(b, p + 1);
    return at >= 0 && Math.abs(at - time) <= MOST_SECONDS_APART;
  }

  /** 03 to 05 of the standard and 80 to FE for additions. */
  private static boolean isUnknownType(int type) {
    return type >= 3 && type <= 5 || type >= 0x80 && type <= 0xFE;
  }

  /**
   * Walks through blocks of known type.
   *
   * @return where the walk stopped: at the end if everything fits; −1 if a block runs over the end
   *     or its time does not exist
   */
  private int walk(byte[] b, int from, int to, DataUnitLayout candidate) {
    blocks = 0;
    skippedBlocks = 0;
    int streams = 0;
    int before = NOTHING;
    int p = from + VehicleTime.LENGTH + (candidate == DataUnitLayout.TYPED_SERIALS ? 0 : 2);
    if (p >= to) {
      return p == to ? to : -1;
    }
    while (p < to) {
      int type = b[p] & 0xFF;
      int body = p + 1;
      boolean isSkipped = type == skippedType;
      if (type != INFO && type != STREAM && !isSkipped) {
        if (candidate == DataUnitLayout.TIME_PER_BLOCK
            && blocks > 0
            && !beginsTimedBlock(b, p, to)
            && skipSignature(b, p, to) == to) {
          return to;
        }
        return p;
      }
      long at = time + streams;
      if (candidate == DataUnitLayout.TYPED_SERIALS) {
        body += 2;
      } else if (candidate == DataUnitLayout.TIME_PER_BLOCK) {
        if (body + VehicleTime.LENGTH > to) {
          return -1;
        }
        at = VehicleTime.seconds(b, body);
        if (at < 0) {
          return -1;
        }
        body += VehicleTime.LENGTH;
      }
      if (skippedType != NOTHING && type != INFO) {
        if (type == before) {
          return -1;
        }
        before = type;
      }
      int length =
          isSkipped
              ? skippedLength
              : type == STREAM ? StreamBody.LENGTH : ObdInfo.length(b, body, to);
      if (length < 0 || body + length > to || blocks == MOST_BLOCKS) {
        return -1;
      }
      if (isSkipped) {
        skippedBlocks++;
      } else {
        types[blocks] = type;
        bodies[blocks] = body;
        times[blocks] = at;
        blocks++;
        streams += type == STREAM ? 1 : 0;
      }
      p = body + length;
      if (candidate == DataUnitLayout.SIGNED_BLOCKS) {
        p = skipSignature(b, p, to);
        if (p < 0) {
          return -1;
        }
      } else if (candidate == DataUnitLayout.TIME_PER_BLOCK
          && p < to
          && !beginsTimedBlock(b, p, to)) {
        int behind = skipSignature(b, p, to);
        // A signature behind each block, or one behind the last.
        if (behind == to || behind > 0 && (b[p] & 0xFF) > STREAM) {
          p = behind;
        }
      }
    }
    return p;
  }

  /**
   * A signature is two numbers, each behind its length in one byte; −1 if it runs over the end or
   * what would be the first length may as well be the type of another block.
   */
  private static int skipSignature(byte[] b, int p, int to) {
    if (p >= to || b[p] == INFO || b[p] == STREAM || isUnknownType(b[p] & 0xFF)) {
      return -1;
    }
    int second = p + 1 + (b[p] & 0xFF);
    if (second >= to) {
      return -1;
    }
    int end = second + 1 + (b[second] & 0xFF);
    return end > to ? -1 : end;
  }
}
