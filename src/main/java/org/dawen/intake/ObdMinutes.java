package org.dawen.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dawen.codec.gb17691.MinuteChain;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.lake.RowReader;
import org.dawen.lake.RowWriter;

/**
 * Whole minutes from parts: parts that hold the same samples count once, parts that follow each
 * other are joined, parts that overlap otherwise are decoded again from the landing files. Then the
 * minutes of a vehicle and day are linked.
 */
public final class ObdMinutes {
  /** One Spark partition holds about so many bytes of parts as they lie on disk. */
  private static final long PARTITION_BYTES = 24L << 20;

  private ObdMinutes() {}

  /**
   * Rows with the columns of {@link ObdTables#JOINED_MINUTE}.
   *
   * @param parts rows of {@code received.obd_minute}, all parts of the days wanted
   * @param landingRoot where the landing files stand
   * @param rules how frames are read
   * @param tripGapSeconds a trip ends when so many seconds are missing
   */
  public static Dataset<Row> join(
      Dataset<Row> parts, String landingRoot, ObdRules rules, int tripGapSeconds) {
    org.apache.spark.sql.Column vin = ObdTables.VIN.col();
    return RowReader.mapPartitions(
        parts
            .select(
                ObdTables.OBD_MINUTE.columns().stream()
                    .map(c -> c.col())
                    .toArray(org.apache.spark.sql.Column[]::new))
            .repartition(partitions(parts), vin)
            .sortWithinPartitions(
                vin,
                ObdTables.MINUTE_START.col(),
                ObdTables.of(MinuteField.FIRST_SECOND).col(),
                ObdTables.of(MinuteField.SAMPLE_HASH).col(),
                ReceivedTables.FILE_ID.col(),
                ObdTables.BYTE_RANGES.col()),
        new Join(landingRoot, rules.seconds(), tripGapSeconds),
        schema());
  }

  private static int partitions(Dataset<Row> parts) {
    java.math.BigInteger bytes =
        new java.math.BigInteger(
            parts.queryExecution().optimizedPlan().stats().sizeInBytes().toString());
    long count = bytes.min(java.math.BigInteger.valueOf(1L << 42)).longValue() / PARTITION_BYTES;
    return (int) Math.max(1, Math.min(2_000, count + 1));
  }

  private static StructType schema() {
    return new StructType(
        ObdTables.JOINED_MINUTE.stream()
            .map(
                c ->
                    new StructField(
                        c.name(), c.type(), true, org.apache.spark.sql.types.Metadata.empty()))
            .toArray(StructField[]::new));
  }

  /** Joins the sorted parts of one Spark partition. */
  static final class Join implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
    private static final long serialVersionUID = 1L;
    private final String landingRoot;
    private final SecondRules rules;
    private final int tripGapSeconds;

    Join(String landingRoot, SecondRules rules, int tripGapSeconds) {
      this.landingRoot = landingRoot;
      this.rules = rules;
      this.tripGapSeconds = tripGapSeconds;
    }

    @Override
    public Iterator<InternalRow> call(Iterator<InternalRow> parts) {
      return new Joining(parts, this);
    }
  }

  /** A part of a minute. */
  private record Part(String vin, long start, long[] figures, byte[] ranges, byte[] fileId) {
    String rangesText() {
      return new String(ranges, StandardCharsets.UTF_8);
    }

    String fileText() {
      return new String(fileId, StandardCharsets.UTF_8);
    }
  }

  private static final class Joining implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private final ObdEvidence evidence;
    private final MinuteSummary summary;
    private final MinuteSamples samples = new MinuteSamples();
    private final MinuteChain chain;
    private final long[] links = new long[MinuteChain.LINKS];
    private final List<Part> parts = new ArrayList<>();
    private final RowWriter out = new RowWriter(ObdTables.JOINED_MINUTE.size());
    private byte[] aheadCode = {};
    private String aheadVin = "";
    private Part ahead;
    private String vin = "";
    private long day = -1;

    Joining(Iterator<InternalRow> rows, Join join) {
      this.rows = rows;
      this.evidence = new ObdEvidence(join.landingRoot);
      this.summary = new MinuteSummary(join.rules);
      this.chain = new MinuteChain(join.tripGapSeconds);
      this.ahead = read();
    }

    private Part read() {
      if (!rows.hasNext()) {
        return null;
      }
      InternalRow row = rows.next();
      long[] figures = new long[MinuteField.COUNT];
      RowReader.wholes(row, 3, ObdFigures.wide(), figures, MinuteSummary.NONE);
      byte[] code = RowReader.text(row, 0);
      if (!Arrays.equals(code, aheadCode)) {
        aheadCode = code;
        aheadVin = new String(code, StandardCharsets.UTF_8);
      }
      return new Part(
          aheadVin,
          RowReader.civilTime(row, 1) - ObdPacking.SECONDS_TO_2000,
          figures,
          RowReader.text(row, MinuteField.COUNT + 3),
          RowReader.text(row, MinuteField.COUNT + 4));
    }

    @Override
    public boolean hasNext() {
      if (ahead == null) {
        closeQuietly();
      }
      return ahead != null;
    }

    private void closeQuietly() {
      try {
        evidence.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public InternalRow next() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      Part first = ahead;
      ahead = read();
      if (ahead == null || ahead.start() != first.start() || !ahead.vin().equals(first.vin())) {
        return row(first, first.figures(), false);
      }
      parts.clear();
      parts.add(first);
      while (ahead != null && ahead.start() == first.start() && ahead.vin().equals(first.vin())) {
        parts.add(ahead);
        ahead = read();
      }
      long[] joined = joined();
      boolean isUnresolved = false;
      if (joined == null) {
        joined = decodedAgain();
        isUnresolved = joined == null;
        joined = isUnresolved ? fullest() : joined;
      }
      return row(first, joined, isUnresolved);
    }

    /** The parts joined by their figures alone; null if some overlap. */
    private long[] joined() {
      List<long[]> distinct = new ArrayList<>();
      for (Part p : parts) {
        long[] last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
        if (last != null
            && MinuteSummary.same(last, p.figures())
            && (conflicts(last) == 0 || conflicts(p.figures()) == 0)) {
          MinuteSummary.absorb(last, p.figures());
        } else {
          distinct.add(p.figures().clone());
        }
      }
      long[] joined = distinct.get(0);
      for (long[] next : distinct.subList(1, distinct.size())) {
        if (!MinuteSummary.follow(joined, next)) {
          return null;
        }
        MinuteSummary.append(joined, next);
      }
      return joined;
    }

    /** The figures of all copies of all seconds; null if the files are not what they were. */
    private long[] decodedAgain() {
      samples.begin(parts.get(0).start());
      long wanted = 0;
      try {
        for (Part p : parts) {
          wanted |= p.figures()[MinuteField.SECOND_MAP.ordinal()];
          evidence.read(p.fileText(), p.rangesText(), p.vin(), samples);
        }
      } catch (IOException e) {
        return null;
      }
      if (samples.map() != wanted) {
        return null;
      }
      long[] figures = new long[MinuteField.COUNT];
      summary.of(samples, figures);
      return figures;
    }

    private long[] fullest() {
      long[] fullest = parts.get(0).figures();
      for (Part p : parts) {
        if (seconds(p.figures()) > seconds(fullest)) {
          fullest = p.figures();
        }
      }
      long[] chosen = fullest.clone();
      parts.forEach(p -> MinuteSummary.absorb(chosen, p.figures()));
      return chosen;
    }

    private static long conflicts(long[] figures) {
      return figures[MinuteField.CONFLICT_SECONDS.ordinal()];
    }

    private static int seconds(long[] figures) {
      return Long.bitCount(figures[MinuteField.SECOND_MAP.ordinal()]);
    }

    private InternalRow row(Part part, long[] figures, boolean isUnresolved) {
      long partDay = part.start() / 86_400;
      if (partDay != day || !part.vin().equals(vin)) {
        day = partDay;
        vin = part.vin();
        chain.begin();
      }
      chain.link(part.start(), figures, links);
      out.begin();
      out.text(0, part.vin().getBytes(StandardCharsets.UTF_8));
      long start = part.start() + ObdPacking.SECONDS_TO_2000;
      out.civilTime(1, start);
      out.day(2, (int) (start / 86_400));
      ObdFigures.write(figures, MinuteField.FIRST_RUN, out, 3);
      int at = 3 + MinuteField.FIRST_RUN;
      for (MinuteChain.Link link : LINKS) {
        write(link, links[link.ordinal()], at + link.ordinal());
      }
      out.truth(at + LINKS.length, isUnresolved);
      return out.row();
    }

    private static final MinuteChain.Link[] LINKS = MinuteChain.Link.values();

    private void write(MinuteChain.Link link, long value, int place) {
      if (value == MinuteSummary.NONE) {
        out.nothing(place);
        return;
      }
      switch (link) {
        case NOX_DOWN_UNCHANGED_SINCE,
            SCR_IN_UNCHANGED_SINCE,
            SCR_EQUAL_SINCE,
            POSITION_UNCHANGED_SINCE ->
            out.civilTime(place, value + ObdPacking.SECONDS_TO_2000);
        case GAP_BEFORE_ODOMETER_RAW -> out.whole(place, value);
        default -> out.count(place, (int) value);
      }
    }
  }
}
