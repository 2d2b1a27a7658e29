package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.dawen.codec.gb17691.BinaryFrames;
import org.dawen.codec.gb17691.Checksum;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.FrameFault;
import org.dawen.codec.gb17691.FrameSource;
import org.dawen.codec.gb17691.HexFrames;
import org.dawen.codec.gb17691.MinuteBook;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.codec.gb17691.Vin;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/**
 * Frames of remote on-board diagnostics, GB 17691-2018 annex Q: binary one behind the other, or one
 * in hexadecimal digits a line. A record is a frame or a stretch of unreadable bytes; a value is a
 * block of a frame. Frames of an hour of a vehicle become one row, never a row a second.
 */
final class ObdFeed extends FeedReader {
  private static final long serialVersionUID = 1L;

  /** Most minutes held open while a file is read, 2.5 kB each. */
  private static final int MOST_OPEN_MINUTES = 80_000;

  /** Of more frames the older ones are forgotten, never fewer than so many remembered. */
  private static final int MOST_FRAMES_SEEN = 1 << 22;

  /** Hours that are being packed take so many bytes at most; beyond, all are closed. */
  private static final int MOST_BYTES_OF_HOURS = 48 << 20;

  /** Packed rows are handed on in pieces of about so many bytes. */
  private static final int PIECE_BYTES = 1 << 18;

  /** The file of packed rows is told once for all of them. */
  private static final String NOT_YET_TOLD = "";

  private final ObdRules rules;

  ObdFeed(ObdRules rules) {
    super("obd", List.of(ObdTables.OBD_HOUR, ObdTables.OBD_INFO), true, List.of(), ObdRules.KEYS);
    this.rules = rules;
  }

  @Override
  FeedReader with(Settings settings) {
    return new ObdFeed(ObdRules.of(settings));
  }

  @Override
  boolean takes(String pathInFeed) {
    return FeedReader.endsIn(pathInFeed, ".bin", ".hex")
        || pathInFeed.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  @Override
  boolean isText() {
    return false;
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    return new Cursor(FrameSource.of(file.fileId(), bytes), file, rules, null);
  }

  @Override
  boolean isReadOnce() {
    return true;
  }

  /** Compressed files are read in one piece. */
  @Override
  long sliceBytes(String fileId) {
    String name = fileId.toLowerCase(Locale.ROOT);
    return name.endsWith(".bin") || name.endsWith(".hex")
        ? rules.sliceBytes()
        : super.sliceBytes(fileId);
  }

  @Override
  RecordCursor openSlice(LandingFile file, InputStream bytes, FileSlice slice) throws IOException {
    FrameSource frames =
        FeedReader.endsIn(file.fileId(), ".hex")
            ? new HexFrames(bytes, slice.from())
            : new BinaryFrames(bytes, slice.from());
    return new Cursor(frames, file, rules, slice);
  }

  @Override
  Iterator<? extends Record> unpack(KeptRows rows, long recordsBefore) {
    return rows.table().equals(ObdTables.OBD_HOUR.name())
        ? mapped(new RecordBytes<>(ObdHour.class).all(rows.bytes()), h -> h.of(rows.fileId()))
        : mapped(
            new RecordBytes<>(ObdWording.class).all(rows.bytes()),
            w -> w.of(rows.fileId(), recordsBefore));
  }

  private static <R extends Record> Iterator<R> mapped(Iterator<R> rows, UnaryOperator<R> change) {
    Iterable<R> once = () -> rows;
    return StreamSupport.stream(once.spliterator(), false).map(change).iterator();
  }

  /** Reads one frame after another. */
  private static final class Cursor implements RecordCursor, MinuteBook.Sink {
    private final FrameSource frames;
    private final String fileId;
    private final PossibleDays days;
    private final DataUnit unit = new DataUnit();
    private final MinuteBook book = new MinuteBook(this, MOST_OPEN_MINUTES);
    private final MinuteSummary summary;
    private final long mostSecondsLate;
    private final long mostSecondsEarly;
    private final long[] figures = new long[MinuteField.COUNT];
    private final SeenRecords seen = new SeenRecords(MOST_FRAMES_SEEN);
    private final Map<Integer, Unknown> unknown = new TreeMap<>();
    private final long firstTime;
    private final long lastTime;
    private final int sliceNo;
    private final long sliceTo;
    private final long firstAt;
    private final Map<OpenHour.Key, OpenHour> hours = new LinkedHashMap<>();
    private int bytesOfHours;
    private final RecordBytes<ObdHour> packedHours = new RecordBytes<>(ObdHour.class);
    private final RecordBytes<ObdWording> packedInfos = new RecordBytes<>(ObdWording.class);
    private Emitter out;
    private boolean isClosed;

    /** Blocks of an unknown type, and where the first stands. */
    private record Unknown(LongAdder blocks, long recordNo, Long lineNo, String content) {}

    Cursor(FrameSource frames, LandingFile file, ObdRules rules, FileSlice slice)
        throws IOException {
      this.frames = frames;
      this.fileId = file.fileId();
      this.summary = new MinuteSummary(rules.seconds());
      this.mostSecondsLate = rules.mostDaysLate() * 86_400L;
      this.mostSecondsEarly = rules.mostDaysEarly() * 86_400L;
      this.days = file.limits().days();
      this.firstTime =
          Math.max(
              VehicleTime.seconds(LocalDateTime.of(rules.firstYear(), 1, 1, 0, 0)),
              VehicleTime.seconds(days.first().atStartOfDay()));
      this.lastTime = VehicleTime.seconds(days.last().plusDays(1).atStartOfDay()) - 1;
      this.sliceNo = slice == null ? FileSlice.WHOLE : slice.no();
      this.sliceTo = slice == null ? Long.MAX_VALUE : slice.to();
      boolean isFound = slice == null || slice.from() == 0 || frames.beginInMiddle(slice.to());
      this.firstAt = isFound ? frames.nextPosition() : -1;
    }

    @Override
    public long firstAt() {
      return firstAt;
    }

    @Override
    public long endsAt() {
      return frames.nextPosition();
    }

    @Override
    public long lines() {
      return frames.lineNo();
    }

    @Override
    public boolean advance(Emitter emitter) throws IOException {
      out = emitter;
      if (firstAt < 0 || frames.isBeyond(sliceTo) || !frames.next()) {
        if (isClosed) {
          return false;
        }
        isClosed = true;
        book.closeAll();
        closeHours();
        unknown.forEach(this::reportUnknown);
        keep(ObdTables.OBD_HOUR, packedHours, 1);
        keep(ObdTables.OBD_INFO, packedInfos, 1);
        return true;
      }
      if (frames.fault() != null) {
        reject(frames.fault());
      } else {
        take();
      }
      return true;
    }

    private void take() {
      byte[] b = frames.bytes();
      int at = frames.offset();
      boolean isNew = isNew(b, at);
      if (!Vin.isWellFormed(b, at + 3)) {
        reject(FrameFault.BAD_VIN);
        return;
      }
      int command = frames.command();
      boolean isData = command == DataUnit.REALTIME || command == DataUnit.RESEND;
      if (!isData && command != DataUnit.LOGIN && command != DataUnit.LOGOUT) {
        count(isNew, false);
        return;
      }
      if (frames.encryption() == 2 || frames.encryption() == 3) {
        keepEncrypted(isNew);
        return;
      }
      FrameFault fault = unit.read(b, at, frames.length());
      if (fault == null && !isReceivedOnPossibleDay()) {
        reject(RejectReason.DAY_OUT_OF_RANGE, days.refusal("the time of receipt", receivedAt()));
        return;
      }
      if (fault == null && !(isWithin(firstTime, lastTime) && fitsReceipt())) {
        fault = FrameFault.CLOCK_OUT_OF_RANGE;
      }
      if (fault != null) {
        reject(fault);
        return;
      }
      MinuteBook.Vehicle vehicle = book.vehicle(b, at + 3);
      if (isData) {
        blocks(vehicle, b, command == DataUnit.RESEND);
      } else {
        mark(vehicle, command);
      }
      if (isNew && unit.unknownBlocks() > 0) {
        noteUnknown(b, at);
      }
      boolean hasOnlyUnknown = isData && unit.blocks() == 0;
      if (hasOnlyUnknown && isNew) {
        out.otherCommand();
      } else {
        count(isNew, true);
      }
    }

    /** True if the times of the frame and of all its blocks are from one to another, included. */
    private boolean isWithin(long first, long last) {
      boolean isWithin = unit.time() >= first && unit.time() <= last;
      for (int i = 0; isWithin && i < unit.blocks(); i++) {
        isWithin = unit.time(i) >= first && unit.time(i) <= last;
      }
      return isWithin;
    }

    private boolean isReceivedOnPossibleDay() {
      return frames.receivedAt() == FrameSource.NOT_TOLD || days.has(receivedAt());
    }

    private Instant receivedAt() {
      return Instant.ofEpochMilli(frames.receivedAt());
    }

    /** A clock sent in BCD and read as binary shows times far from the receipt. */
    private boolean fitsReceipt() {
      if (frames.receivedAt() == FrameSource.NOT_TOLD) {
        return true;
      }
      long received = VehicleTime.ofInstant(frames.receivedAt());
      return isWithin(received - mostSecondsLate, received + mostSecondsEarly);
    }

    private void count(boolean isNew, boolean isAccepted) {
      if (!isNew) {
        out.duplicate();
      } else if (isAccepted) {
        out.accept(unit.blocks(), 0);
      } else {
        out.otherCommand();
      }
    }

    private void blocks(MinuteBook.Vehicle vehicle, byte[] b, boolean isResend) {
      MinuteSamples open = null;
      for (int i = 0; i < unit.blocks(); i++) {
        long time = unit.time(i);
        if (unit.type(i) == DataUnit.INFO) {
          book.info(vehicle, b, unit.body(i), time, frames.recordNo());
          continue;
        }
        if (open == null || time < open.start() || time >= open.start() + 60) {
          open = book.minute(vehicle, time);
          open.range(frames.position(), frames.span());
        }
        open.add((int) (time - open.start()), b, unit.body(i), isResend, frames.receivedAt());
      }
    }

    private void mark(MinuteBook.Vehicle vehicle, int command) {
      MinuteSamples open = book.minute(vehicle, unit.time());
      open.range(frames.position(), frames.span());
      int second = (int) (unit.time() - open.start());
      if (command == DataUnit.LOGIN) {
        open.login(second);
      } else {
        open.logout(second);
      }
    }

    private boolean isNew(byte[] b, int at) {
      long extra = frames.receivedAt();
      return seen.isNew(
          Checksum.hash(b, at, frames.length(), extra),
          Checksum.hash(b, at, frames.length(), ~extra));
    }

    /** Counted and kept, not guessed. */
    private void keepEncrypted(boolean isNew) {
      if (!isNew) {
        out.duplicate();
        return;
      }
      out.accept(1, 1);
      out.rejectValue(
          frames.recordNo(),
          lineNo(),
          "data_unit",
          RejectReason.ENCRYPTED,
          "%s (%s)"
              .formatted(
                  RejectReason.ENCRYPTED.words(), frames.encryption() == 2 ? "02 RSA" : "03 SM2"),
          content());
    }

    private void noteUnknown(byte[] b, int at) {
      Unknown u =
          unknown.computeIfAbsent(
              unit.unknownType(),
              t -> new Unknown(new LongAdder(), frames.recordNo(), lineNo(), content()));
      u.blocks.add(unit.unknownBlocks());
    }

    /** One row a type, with the number of blocks: there may be millions. */
    private void reportUnknown(int type, Unknown u) {
      long blocks = u.blocks.sum();
      out.values(blocks, blocks);
      out.rejectValue(
          u.recordNo,
          u.lineNo,
          "type_%02X".formatted(type),
          RejectReason.UNKNOWN_TYPE,
          "%s: %,d of type %02X, this the first"
              .formatted(RejectReason.UNKNOWN_TYPE.words(), blocks, type),
          u.content);
    }

    private void reject(FrameFault fault) {
      reject(RejectReason.valueOf(fault.name()), fault.words());
    }

    private void reject(RejectReason reason, String words) {
      out.rejectRecord(
          frames.recordNo(),
          lineNo(),
          reason,
          "%s%s (%,d bytes from byte %,d)"
              .formatted(
                  words,
                  reason == RejectReason.CLOCK_OUT_OF_RANGE ? clock() : "",
                  frames.span(),
                  frames.position()),
          content());
    }

    private String clock() {
      String shown = ": it shows " + VehicleTime.civil(unit.time());
      return frames.receivedAt() == FrameSource.NOT_TOLD
          ? shown
          : shown
              + ", received "
              + VehicleTime.civil(VehicleTime.ofInstant(frames.receivedAt()))
              + " Beijing time";
    }

    private Long lineNo() {
      return frames.lineNo() > 0 ? (Long) frames.lineNo() : null;
    }

    /** A line as it stands, bytes in hexadecimal digits. */
    private String content() {
      byte[] b = frames.bytes();
      boolean isLine = frames.fault() != null && frames.lineNo() > 0;
      return isLine
          ? RejectContent.of(
              new String(b, frames.offset(), frames.length(), StandardCharsets.ISO_8859_1))
          : HexFormat.of()
              .withUpperCase()
              .formatHex(b, frames.offset(), frames.offset() + frames.length());
    }

    private void keep(Table table, RecordBytes<?> packed, int fromBytes) {
      if (packed.length() >= fromBytes) {
        out.keep(new KeptRows(fileId, sliceNo, table.name(), packed.take()));
      }
    }

    @Override
    public void minute(String vin, MinuteSamples samples) {
      summary.of(samples, figures);
      OpenHour hour = hours.computeIfAbsent(OpenHour.Key.of(vin, samples), this::begin);
      int before = hour.bytes();
      hour.add(samples, figures);
      bytesOfHours += hour.bytes() - before;
      if (bytesOfHours > MOST_BYTES_OF_HOURS) {
        closeHours();
      }
    }

    private OpenHour begin(OpenHour.Key key) {
      OpenHour hour = new OpenHour(key);
      bytesOfHours += hour.bytes();
      return hour;
    }

    private void closeHours() {
      for (OpenHour hour : hours.values()) {
        ObdHour row = hour.row(NOT_YET_TOLD);
        packedHours.append(row);
        keep(ObdTables.OBD_HOUR, packedHours, PIECE_BYTES);
        out.packed(ObdHour.class, row.dataDay());
      }
      hours.clear();
      bytesOfHours = 0;
    }

    @Override
    public void info(String vin, long day, MinuteBook.Info info) {
      LocalDate dataDay = VehicleTime.day(day * 86_400);
      packedInfos.append(
          new ObdWording(
              vin,
              dataDay,
              VehicleTime.civil(info.firstAt()),
              VehicleTime.civil(info.lastAt()),
              ObdWording.Content.of(info.content()),
              NOT_YET_TOLD,
              info.recordNo()));
      keep(ObdTables.OBD_INFO, packedInfos, PIECE_BYTES);
      out.packed(ObdWording.class, dataDay);
    }
  }
}
