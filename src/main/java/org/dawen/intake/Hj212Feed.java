package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.codec.hj212.BadField;
import org.dawen.codec.hj212.Hj212Field;
import org.dawen.codec.hj212.Hj212Packet;
import org.dawen.codec.hj212.Hj212Reader;
import org.dawen.codec.hj212.Hj212Reject;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.run.Settings;
import org.dawen.standard.ImpossibleValues;

/**
 * HJ 212 frames as received. Electricity packets have a table of their own: their days are days of
 * electricity, not of outlets. Packets of the configured commands give a row each; packets of other
 * commands are counted. The reader does the reading, this only wires it in.
 */
final class Hj212Feed extends FeedReader {
  private static final long serialVersionUID = 1L;

  /** Which commands carry data. */
  static final String COMMANDS = "intake.hj212_commands";

  /** System code of electricity monitoring, HJ 212-2025. */
  private static final String ELECTRICITY = "44";

  private static final String SURFACE_WATER = "21";
  private static final String NOISE = "23";

  private final Set<String> commands;
  private final PacketParameters parameters;

  Hj212Feed(List<String> commands, PacketParameters parameters) {
    super(
        "hj212",
        List.of(
            Table.of(ReceivedHj212.class),
            Table.of(ReceivedPowerPacket.class),
            Table.of(ReceivedWaterPacket.class),
            Table.of(ReceivedNoisePacket.class)),
        true,
        List.of(ImpossibleValues.FILE),
        Stream.concat(Stream.of(COMMANDS), PacketParameters.KEYS.stream()).toList());
    this.commands = Set.copyOf(commands);
    this.parameters = parameters;
  }

  @Override
  FeedReader with(Settings settings) {
    return new Hj212Feed(settings.texts(COMMANDS), PacketParameters.of(settings));
  }

  @Override
  boolean takes(String pathInFeed) {
    return FeedReader.endsIn(pathInFeed, ".txt", ".log");
  }

  @Override
  boolean isText() {
    return false;
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) {
    return new Cursor(
        new Hj212Reader(bytes), file.fileId(), commands, new PacketBounds(parameters));
  }

  /** The packet or reject with line, time of receipt and the verdict on its checksum. */
  @Override
  List<Message> show(Charset charset, InputStream bytes, long recordNo) throws IOException {
    Hj212Reader reader = new Hj212Reader(bytes);
    while (reader.next()) {
      boolean isPacket = reader.kind() == Hj212Reader.Kind.PACKET;
      if (isPacket && reader.packet().recordNo() == recordNo) {
        return describe(reader.packet());
      }
      if (!isPacket && reader.reject().recordNo() == recordNo) {
        Hj212Reject reject = reader.reject();
        return List.of(
            Message.of(
                "explain.record-refused",
                recordNo,
                reject.lineNo(),
                reject.byteOffset(),
                reject.detail()),
            Message.verbatim(reject.contentText()));
      }
    }
    return List.of();
  }

  @Override
  Map<Long, FoundRecord> find(Charset charset, InputStream bytes, Set<Long> recordNos)
      throws IOException {
    Hj212Reader reader = new Hj212Reader(bytes);
    Map<Long, FoundRecord> found = new HashMap<>();
    while (reader.next()) {
      if (reader.kind() == Hj212Reader.Kind.PACKET
          && recordNos.contains(reader.packet().recordNo())) {
        Hj212Packet packet = reader.packet();
        found.put(packet.recordNo(), new FoundRecord(packet.lineNo(), packet.frameText()));
      }
    }
    return found;
  }

  private static List<Message> describe(Hj212Packet packet) {
    return List.of(
        Message.of(
            "explain.packet-at",
            packet.recordNo(),
            packet.lineNo(),
            packet.byteOffset(),
            packet.byteLength()),
        Message.of(
            "explain.packet-received",
            packet.receivedAt() == null ? Message.of("explain.no-time") : packet.receivedAt()),
        Message.of("explain.crc", packet.crcDeclared(), packet.crcDeclared()),
        Message.verbatim(packet.frameText()));
  }

  /** Reads one packet or reject after another. */
  private static final class Cursor implements RecordCursor {
    private final Hj212Reader reader;
    private final Set<String> commands;
    private final SeenRecords seen = new SeenRecords();
    private final PacketBounds bounds;
    private final Hj212Rows rows;
    private int[] impossibleFields = new int[16];

    Cursor(Hj212Reader reader, String fileId, Set<String> commands, PacketBounds bounds) {
      this.reader = reader;
      this.rows = new Hj212Rows(fileId);
      this.commands = commands;
      this.bounds = bounds;
    }

    @Override
    public boolean advance(Emitter out) throws IOException {
      if (!reader.next()) {
        return false;
      }
      if (reader.kind() == Hj212Reader.Kind.REJECT) {
        reject(reader.reject(), out);
      } else {
        take(reader.packet(), out);
      }
      return true;
    }

    private static void reject(Hj212Reject reject, Emitter out) {
      out.rejectRecord(
          reject.recordNo(),
          reject.lineNo(),
          RejectReason.of(reject),
          "%s (%,d bytes from byte %,d)"
              .formatted(reject.detail(), reject.byteLength(), reject.byteOffset()),
          RejectContent.of(reject.content()));
    }

    private void take(Hj212Packet packet, Emitter out) {
      if (!isNew(packet)) {
        out.duplicate();
        return;
      }
      if (!packet.isData() || !commands.contains(packet.cn())) {
        out.otherCommand();
        return;
      }
      String impossible = impossibleDay(packet, out.possibleDays());
      if (impossible != null) {
        out.rejectRecord(
            packet.recordNo(),
            packet.lineNo(),
            RejectReason.DAY_OUT_OF_RANGE,
            impossible,
            RejectContent.of(packet.frameText()));
        return;
      }
      for (BadField bad : packet.badFields()) {
        out.rejectValue(
            packet.recordNo(),
            packet.lineNo(),
            bad.name(),
            RejectReason.BAD_NUMBER,
            "%s: %s is '%s'".formatted(RejectReason.BAD_NUMBER.words(), bad.name(), bad.text()),
            RejectContent.of(packet.frameText()));
      }
      out.accept(
          packet.fieldCount() - packet.missingCount(),
          packet.badFieldCount() + rejectImpossible(packet, out) + rejectLevels(packet, out));
      LocalDate day = dayOf(packet);
      if (packet.groupCount() == 0) {
        return;
      }
      if (isElectricity(packet)) {
        give(out, ReceivedPowerPacket.class, packet, day, ReceivedPowerPacket::new);
      } else if (SURFACE_WATER.equals(packet.st())) {
        give(out, ReceivedWaterPacket.class, packet, day, ReceivedWaterPacket::new);
      } else if (NOISE.equals(packet.st())) {
        give(out, ReceivedNoisePacket.class, packet, day, ReceivedNoisePacket::new);
      } else {
        give(out, ReceivedHj212.class, packet, day, ReceivedHj212::new);
      }
    }

    private <R extends Record> void give(
        Emitter out,
        Class<R> type,
        Hj212Packet packet,
        LocalDate day,
        Function<ReceivedPacket, R> made) {
      out.row(type, day, () -> made.apply(rows.row(packet, day, impossibleFields)));
    }

    /** Notes which values of each group are impossible, and rejects them; returns how many. */
    private int rejectImpossible(Hj212Packet packet, Emitter out) {
      if (impossibleFields.length < packet.groupCount()) {
        impossibleFields = new int[2 * packet.groupCount()];
      }
      int count = 0;
      for (int g = 0; g < packet.groupCount(); g++) {
        impossibleFields[g] = bounds.impossible(packet, g);
        if (impossibleFields[g] != 0) {
          count += Integer.bitCount(impossibleFields[g]);
          rejectImpossible(packet, g, out);
        }
      }
      return count;
    }

    private void rejectImpossible(Hj212Packet packet, int g, Emitter out) {
      for (Hj212Field field : Hj212Field.values()) {
        if ((impossibleFields[g] & PacketBounds.bit(field)) != 0) {
          String name = packet.factorCode(g) + "-" + field.suffix();
          out.rejectValue(
              packet.recordNo(),
              packet.lineNo(),
              name,
              RejectReason.IMPOSSIBLE_VALUE,
              "%s: %s is '%s', %s"
                  .formatted(
                      RejectReason.IMPOSSIBLE_VALUE.words(),
                      name,
                      packet.value(g, field).stripTrailingZeros().toPlainString(),
                      bounds.why(packet, g, field)),
              RejectContent.of(packet.frameText()));
        }
      }
    }

    /** Rejects the levels of a noise packet that are none; returns how many. */
    private int rejectLevels(Hj212Packet packet, Emitter out) {
      int count = 0;
      for (int g = 0; NOISE.equals(packet.st()) && g < packet.groupCount(); g++) {
        ReceivedNoisePacket.Level level =
            ReceivedNoisePacket.Level.of(
                packet.factorCode(g),
                packet.dataFlag(g),
                packet.otherFields(g),
                valueOf(packet, g, Hj212Field.AVG),
                valueOf(packet, g, Hj212Field.RTD));
        if (level != null && level.problem() != null) {
          count++;
          out.rejectValue(
              packet.recordNo(),
              packet.lineNo(),
              level.name(),
              level.problem(),
              "%s: %s is '%s'".formatted(level.problem().words(), level.name(), level.text()),
              RejectContent.of(packet.frameText()));
        }
      }
      return count;
    }

    /** Null: none, or one that was rejected already. */
    private BigDecimal valueOf(Hj212Packet packet, int g, Hj212Field field) {
      boolean isTaken =
          packet.hasValue(g, field) && (impossibleFields[g] & PacketBounds.bit(field)) == 0;
      return isTaken ? packet.value(g, field) : null;
    }

    private static boolean isElectricity(Hj212Packet packet) {
      return ELECTRICITY.equals(packet.st());
    }

    /** Electricity tells the end of its interval, so midnight belongs to the day before. */
    private static LocalDate dayOf(Hj212Packet packet) {
      LocalDateTime time = packet.dataTime();
      return (isElectricity(packet) ? time.minusNanos(1) : time).toLocalDate();
    }

    /** What is wrong with the day of measurement or that of receipt, or null. */
    private static String impossibleDay(Hj212Packet packet, PossibleDays days) {
      if (!days.has(dayOf(packet))) {
        return days.refusal("DataTime", packet.dataTime());
      }
      return days.has(packet.receivedAt())
          ? null
          : days.refusal("the time of receipt", packet.receivedAt());
    }

    /** The same frame, received at the same time, in the same file says nothing new. */
    private boolean isNew(Hj212Packet packet) {
      byte[] frame = packet.frameBytes();
      if (packet.receivedAt() == null) {
        return seen.isNew(frame, 0, frame.length);
      }
      ByteBuffer stamped = ByteBuffer.allocate(frame.length + 12);
      stamped.put(frame).putLong(packet.receivedAt().getEpochSecond());
      stamped.putInt(packet.receivedAt().getNano());
      return seen.isNew(stamped.array(), 0, stamped.capacity());
    }
  }
}
