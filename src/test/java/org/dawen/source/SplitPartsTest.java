package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dawen.intake.Provenance;
import org.junit.jupiter.api.Test;

/** Parts of one message complete each other; those of another one say nothing to it. */
class SplitPartsTest {
  private static final String QN = "20240301090105000";
  private static final String LATER = "20240301093000000";

  private record Part(PacketHead head, Group group) {}

  /**
   * A part of two.
   *
   * @param at when it came: seconds of receipt
   * @param says Avg, a blank and the flag; either may be missing
   */
  private static Part part(int at, String qn, int no, String says) {
    return part("f", at, at, qn, no, says);
  }

  private static Part part(String file, Integer at, int record, String qn, int no, String says) {
    String[] said = says.split(" ", -1);
    Group group =
        new Group(
            said[0].isEmpty() ? null : new BigDecimal(said[0]),
            null,
            null,
            null,
            said.length > 2 ? new BigDecimal(said[2]) : null,
            said.length > 1 && !said[1].isEmpty() ? said[1] : null);
    Instant receivedAt = at == null ? null : Instant.ofEpochSecond(at);
    PacketHead head =
        new PacketHead(
            LocalDateTime.of(2024, 3, 1, 9, 0),
            qn,
            "31",
            2,
            no,
            new Provenance(receivedAt, "o", file, record));
    return new Part(head, group);
  }

  private static FactorInForce taken(List<Part> parts) {
    FactorInForce value = new FactorInForce(Instant.MAX);
    parts.forEach(p -> value.take(p.head, new Packet.Said(p.group, 0)));
    return value;
  }

  /** What is in force, in any order of arrival the same. */
  private static String said(Part... given) {
    List<Part> parts = new ArrayList<>(List.of(given));
    String said = said(parts);
    for (int seed = 0; seed < 24; seed++) {
      Collections.shuffle(parts, new Random(seed));
      assertThat(said(parts)).as("%s", parts).isEqualTo(said);
    }
    return said;
  }

  private static String said(List<Part> parts) {
    FactorInForce value = taken(parts);
    Group group = value.group();
    return "%s %s of %d, later %s"
        .formatted(
            group.avgValue() == null ? "none" : group.avgValue(),
            group.dataFlag(),
            value.records(),
            value.laterEmptyFlag());
  }

  @Test
  void aLaterMessageWithAFlagOnlyCompletesNoMeanOfAnEarlierOne() {
    assertThat(said(part(1, QN, 1, "60"), part(2, QN, 2, " N"), part(9, LATER, 2, " D")))
        .isEqualTo("60 N of 2, later D");
    assertThat(said(part(1, QN, 1, "60"), part(9, LATER, 2, " D")))
        .isEqualTo("60 null of 1, later D");
    assertThat(said(part(1, QN, 1, "60 N"), part(9, LATER, 1, " D"), part(10, LATER, 2, " C 0")))
        .isEqualTo("60 N of 1, later C");
  }

  @Test
  void aLaterMessageIsInForceWithItsOwnParts() {
    assertThat(
            said(
                part(1, QN, 1, "60"),
                part(2, QN, 2, " N"),
                part(8, LATER, 1, "40"),
                part(9, LATER, 2, " D")))
        .isEqualTo("40 D of 2, later null");
    assertThat(said(part(1, QN, 1, "60"), part(2, QN, 2, " N"), part(8, LATER, 1, "40")))
        .isEqualTo("40 null of 1, later null");
  }

  @Test
  void anEarlierPartOfTheMessageIsItsOwnThoughALaterOneCameBetween() {
    assertThat(said(part(1, QN, 2, " N"), part(2, LATER, 2, " D"), part(3, QN, 1, "60")))
        .isEqualTo("60 N of 2, later null");
    assertThat(said(part(1, QN, 1, "60"), part(2, LATER, 2, " D"), part(3, QN, 2, " N")))
        .isEqualTo("60 N of 2, later D");
  }

  @Test
  void aPartSentAgainIsACopy() {
    assertThat(
            said(
                part("a", 1, 1, QN, 1, "60"),
                part("a", 2, 2, QN, 2, " N"),
                part("b", 3, 1, LATER, 2, " D"),
                part("c", 4, 1, QN, 2, " N"),
                part("c", 5, 2, QN, 1, "60")))
        .isEqualTo("60 N of 2, later null");
    assertThat(said(part(1, QN, 1, "60"), part(2, QN, 2, " N"), part(3, QN, 2, " D")))
        .isEqualTo("60 N of 2, later D");
  }

  @Test
  void aMessageSentAgainUnderItsNumberIsInForceWhole() {
    assertThat(
            said(
                part(1, QN, 1, "60"),
                part(2, QN, 2, " N"),
                part(3, QN, 1, "40"),
                part(4, QN, 2, " D")))
        .isEqualTo("40 D of 2, later null");
  }

  @Test
  void requestNumbersThatRunOnFromPartToPartAreOneMessage() {
    // HJ 212-2017 tables C.49 and C.50: …534 is part 1, …535 part 2.
    assertThat(said(part(1, "20160801085857534", 1, "60"), part(2, "20160801085857535", 2, " N")))
        .isEqualTo("60 N of 2, later null");
    assertThat(said(part(1, "20160801085959999", 1, " N"), part(2, "20160801090000000", 2, "60")))
        .isEqualTo("60 N of 2, later null");
    assertThat(said(part(1, "20160801085857534", 2, "60"), part(2, "20160801085857535", 1, " N")))
        .isEqualTo("60 null of 1, later N");
    assertThat(
            said(
                part(1, "20160801085857534", 1, "60"),
                part(2, "20160801085857534", 2, " N"),
                part(3, "20160801085857535", 2, " D")))
        .isEqualTo("60 N of 2, later D");
  }

  @Test
  void withoutARequestNumberAMessageEndsWhereAPartComesAgain() {
    assertThat(said(part(1, null, 1, "60"), part(2, null, 2, " N"), part(3, null, 2, " D")))
        .isEqualTo("60 N of 2, later D");
    assertThat(
            said(
                part(1, null, 2, " N"),
                part(2, null, 1, "60"),
                part(3, null, 2, " N"),
                part(4, null, 1, "40")))
        .isEqualTo("40 N of 2, later null");
    assertThat(
            said(
                part(1, null, 1, "60"),
                part(2, null, 2, " N"),
                part(3, null, 1, "40"),
                part(4, null, 2, " D")))
        .isEqualTo("40 D of 2, later null");
    assertThat(
            said(
                part(1, null, 1, "60"),
                part(2, null, 2, " N"),
                part(3, null, 2, " N"),
                part(4, null, 1, "40"),
                part(5, null, 2, " D")))
        .isEqualTo("40 D of 2, later null");
    assertThat(said(part(1, null, 1, "60"), part(2, QN, 2, " N")))
        .isEqualTo("60 null of 1, later N");
  }

  /** Few numbers, parts and values, so that ties of every kind occur. */
  private static Part any(Random random, int no) {
    String mean = List.of("", "40", "60").get(random.nextInt(3));
    String flag = List.of("", "N", "D").get(random.nextInt(3));
    String qn = random.nextInt(4) == 0 ? null : QN.substring(0, 16) + random.nextInt(3);
    return part(
        "f" + random.nextInt(2),
        random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(3)),
        no,
        qn,
        1 + random.nextInt(2),
        mean + " " + flag + (random.nextBoolean() ? "" : " " + random.nextInt(2)));
  }

  private static String all(List<Part> parts) {
    FactorInForce value = taken(parts);
    return "%s, Cou %s, by record %d, disputed %s, in time %s, %d revisions"
        .formatted(
            said(parts),
            value.group().couValue(),
            value.head().provenance().recordNo(),
            value.isDecidedByPath(),
            value.flagInTime(),
            value.revisions());
  }

  @Property(tries = 5000)
  void anyOrderOfArrivalSaysTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(any(random, i));
    }
    String all = all(parts);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(parts, random);
      assertThat(all(parts)).isEqualTo(all);
    }
  }

  @Property(tries = 2000)
  void aGroupIsNeverMixedFromTwoMessages(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int messages) {
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>();
    for (int m = 0; m < messages; m++) {
      // Mean, flag and amount of a message all name it.
      String qn = "2024030109010%d000".formatted(m);
      String flag = String.valueOf((char) ('A' + m));
      boolean isTurned = random.nextBoolean();
      String mean = random.nextInt(3) == 0 ? "" : String.valueOf(m);
      Part first = part(random.nextInt(50), qn, 1, isTurned ? " " + flag + " " + m : mean);
      Part second = part(random.nextInt(50), qn, 2, isTurned ? mean : " " + flag + " " + m);
      for (int copies = random.nextInt(3); copies > 0; copies--) {
        parts.add(first);
      }
      if (random.nextInt(4) > 0) {
        parts.add(second);
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    Collections.shuffle(parts, random);
    Group group = taken(parts).group();
    if (group.avgValue() != null && group.couValue() != null) {
      assertThat(group.avgValue()).isEqualTo(group.couValue());
    }
    if (group.avgValue() != null && group.dataFlag() != null) {
      assertThat(group.dataFlag()).isEqualTo("" + (char) ('A' + group.avgValue().intValue()));
    }
  }

  @Test
  void partsWithoutEndTakeTheMemoryOfTheLatest() {
    FactorInForce value = new FactorInForce(Instant.MAX);
    for (int i = 0; i < 1_000_000; i++) {
      Part part = part(i, QN, 2, " N " + i);
      value.take(part.head, new Packet.Said(part.group, 0));
    }
    assertThat(value.revisions()).isEqualTo(1_000_000);
    assertThat(value.head().receivedAt()).isEqualTo(Instant.ofEpochSecond(999_999));
  }
}
