package org.dawen.noise;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.dawen.intake.InForce;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedNoise;

/** The records of one minute or one hour of a point, level by level. */
record InForceLevels(InForce<ReceivedNoise> inForce) {
  private static final List<Function<ReceivedNoise, BigDecimal>> LEVELS =
      List.of(
          ReceivedNoise::leqDb,
          ReceivedNoise::l10Db,
          ReceivedNoise::l50Db,
          ReceivedNoise::l90Db,
          ReceivedNoise::lmaxDb,
          ReceivedNoise::lminDb);

  static InForceLevels of(List<ReceivedNoise> records) {
    return new InForceLevels(InForce.of(records, ReceivedNoise::provenance, LEVELS));
  }

  /** Null: no record tells it. */
  private BigDecimal level(int place) {
    ReceivedNoise winner = inForce.winners().get(place);
    return winner == null ? null : LEVELS.get(place).apply(winner);
  }

  BigDecimal leq() {
    return level(0);
  }

  BigDecimal lmax() {
    return level(4);
  }

  BigDecimal lmin() {
    return level(5);
  }

  /** All of them, as they were sent. */
  Levels levels() {
    return new Levels(level(0), level(1), level(2), level(3), level(4), level(5));
  }

  /** The minutes that the record of the level tells; null: it tells none. */
  Integer receivedMinutes() {
    ReceivedNoise winner = inForce.winners().get(0);
    return winner == null ? null : winner.receivedMinutes();
  }

  Provenance latest() {
    return inForce.latest().provenance();
  }
}
