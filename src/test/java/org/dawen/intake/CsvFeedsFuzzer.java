package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;

/**
 * What holds for every CSV file of every feed, in the form Jazzer calls: nothing is thrown, every
 * record and value is counted once, and the rows are those that were counted.
 */
public final class CsvFeedsFuzzer {
  private record Case(FeedReader feed, Table table, String path) {}

  private static final PowerMapping STEEL =
      new PowerMapping(
          "steel_works",
          "date",
          "usage_kwh",
          "d/M/yyyy H:mm",
          "(.+?)(?:_\\d{8})?\\.csv(?:\\.gz)?",
          true);
  private static final List<Case> CASES =
      List.of(
          new Case(new AirFeed(), Table.of(ReceivedAir.class), "air/a_r2.csv"),
          new Case(
              new PowerFeed(List.of(STEEL)), Table.of(ReceivedPower.class), "power/M_20240301.csv"),
          new Case(new PoolFeed(), Table.of(ReceivedPool.class), "pool/p.csv"),
          new Case(new RegistryFeed(), RegistryFile.tables().get(0), "registry/outlets.csv"),
          new Case(new RegistryFeed(), RegistryFile.tables().get(0), "registry/limits.csv"));

  private CsvFeedsFuzzer() {}

  /** The first byte chooses the feed; the rest is the file. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Case c = CASES.get((input[0] & 0xFF) % CASES.size());
    byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
    LandingFile file = LandingFile.of(c.path(), c.feed().feed(), "", bytes.length);
    Charset charset = Lines.charsetOf(new ByteArrayInputStream(bytes));
    FileAccount counted = read(c, file, charset, bytes, Emitter.ofSurvey(file));
    if (!counted.addsUp()
        || (counted.rows() > 0 && !isCountedAgain(c, file, charset, bytes, counted))) {
      throw new IllegalStateException("the account does not add up: " + counted);
    }
  }

  /** Reading for the rows of a table finds what reading for the rejects has found. */
  private static boolean isCountedAgain(
      Case c, LandingFile file, Charset charset, byte[] bytes, FileAccount counted)
      throws IOException {
    return read(c, file, charset, bytes, Emitter.ofRows(file, c.table())).equals(counted);
  }

  private static FileAccount read(
      Case c, LandingFile file, Charset charset, byte[] bytes, Emitter out) throws IOException {
    RecordCursor cursor = c.feed().open(file, charset, new ByteArrayInputStream(bytes));
    while (cursor.advance(out)) {
      // until the end
    }
    return out.account("", charset.name());
  }
}
