package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.dawen.run.JournalEntry.Done;
import org.dawen.run.JournalEntry.Touch;

/** Whatever happened and whenever it was folded: the plan is that of the whole journal. */
class JournalFoldTest {
  private static final Table AIR = table("received.air");
  private static final Table CITY = table("received.air_city_day");
  private static final Table STATION = table("registry.station");
  private static final Table HOUR = table("air.station_hour");
  private static final Table DAY = table("air.station_day");
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 20);

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return TestTable.table(name).key(day).day(day).columns(List.of(day));
  }

  @Provide
  Arbitrary<Reach> any() {
    return Arbitraries.of(Reaches.ALL);
  }

  /** A lake's life: the whole journal and, beside it, the one that was folded now and then. */
  private static final class Life {
    private final List<JobSpec> jobs;
    private final Map<String, String> codes = new HashMap<>();
    private final JournalIndex whole = new JournalIndex();
    private JournalIndex folded = new JournalIndex();
    private long seq;
    private int folds;

    Life(Reach ofAir, Reach ofCity, Reach ofHours) {
      jobs =
          List.of(
              JobSpec.writes(HOUR)
                  .follows(ofAir, AIR)
                  .follows(ofCity, CITY)
                  .looksUp(STATION)
                  .build(),
              JobSpec.writes(DAY).follows(HOUR).reach(ofHours).looksUp(STATION).build());
      jobs.forEach(j -> codes.put(j.name(), "code 0"));
    }

    private void add(JournalEntry entry) {
      whole.add(entry);
      folded.add(entry);
    }

    private void touch(Table table, DaySet days, String by) {
      add(new Touch(++seq, table.name(), seq, days, by, "commit " + seq));
    }

    private void done(JobSpec job, DaySet days, long asOf) {
      add(
          new Done(
              ++seq,
              job.name(),
              days,
              asOf,
              codes.get(job.name()),
              "",
              0,
              0,
              BigDecimal.ZERO,
              Instant.EPOCH));
    }

    private Map<JobSpec, String> planned() {
      return jobs.stream().collect(Collectors.toMap(j -> j, j -> codes.get(j.name())));
    }

    void fold() {
      folds++;
      folded = JournalIndex.of(JournalFold.of(folded, planned(), seq));
    }

    void step(Random random) {
      int what = random.nextInt(20);
      JobSpec job = jobs.get(random.nextInt(2));
      Table input = random.nextBoolean() ? AIR : CITY;
      if (what < 4) {
        touch(input, days(random), "intake");
      } else if (what < 6) {
        touch(STATION, random.nextInt(3) > 0 ? open(random) : days(random), "intake");
      } else if (what < 7) {
        touch(input, open(random), "a writer that names no days");
      } else if (what < 13) {
        run(job, random);
      } else if (what < 14) {
        done(job, days(random), seq); // forced
      } else if (what < 15) {
        touch(job.writes().get(0), days(random), "another program");
      } else if (what < 16) {
        codes.put(job.name(), "code " + random.nextInt(2));
      } else {
        fold();
      }
    }

    /** All due days or some; killed before its entry or not; input may come meanwhile. */
    private void run(JobSpec job, Random random) {
      long asOf = seq;
      DaySet due = new Planner(whole).due(job, codes.get(job.name())).days();
      if (due.isEmpty()) {
        return;
      }
      DaySet some = random.nextInt(3) > 0 ? due : due.intersect(days(random));
      touch(job.writes().get(0), some, job.name());
      if (random.nextInt(3) == 0) {
        touch(AIR, days(random), "intake");
      }
      if (random.nextInt(6) > 0) {
        done(job, some, asOf);
      }
    }

    void isPlannedAlike() {
      for (JobSpec job : jobs) {
        for (String code : List.of("code 0", "code 1", "code 2")) {
          Planner.Due ofAll = new Planner(whole).due(job, code);
          Planner.Due ofFew = new Planner(folded).due(job, code);
          assertThat(ofFew.days()).as("%s by %s", job.name(), code).isEqualTo(ofAll.days());
          assertThat(ofFew.reasons()).as("%s by %s", job.name(), code).isEqualTo(ofAll.reasons());
        }
        assertThat(new Planner(folded).forced(job, "", DaySet.ALWAYS).days())
            .isEqualTo(new Planner(whole).forced(job, "", DaySet.ALWAYS).days());
      }
      for (String table : whole.tables()) {
        assertThat(folded.lastTouch(table).version()).isEqualTo(whole.lastTouch(table).version());
        assertThat(folded.lastTouch(table).commit()).isEqualTo(whole.lastTouch(table).commit());
        assertThat(all(folded, table)).isEqualTo(all(whole, table));
      }
    }

    private static DaySet all(JournalIndex journal, String table) {
      return DaySet.unionOf(journal.touches(table).stream().map(Touch::days).toList());
    }

    int entries() {
      int entries = jobs.stream().mapToInt(j -> folded.done(j.name()).size()).sum();
      return entries + folded.tables().stream().mapToInt(t -> folded.touches(t).size()).sum();
    }
  }

  private static DaySet days(Random random) {
    LocalDate from = FIRST.plusDays(random.nextInt(60));
    return switch (random.nextInt(12)) {
      case 0 -> DaySet.of(from, from.plusDays(4));
      case 1 -> DaySet.of(from.plusYears(1 + random.nextInt(20)));
      case 2 -> DaySet.of(LocalDate.of(9999, 12, 31), LocalDate.of(1, 1, 1));
      case 3 -> DaySet.NONE;
      default -> DaySet.between(from, from.plusDays(random.nextInt(3)));
    };
  }

  private static DaySet open(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(60));
    return switch (random.nextInt(6)) {
      case 0 -> DaySet.ALWAYS;
      case 1 -> DaySet.between(null, day);
      case 2 -> DaySet.between(null, day).union(DaySet.between(day.plusDays(9), null));
      default -> DaySet.between(day, null);
    };
  }

  @Property(tries = 1000)
  void thePlanOfAFoldedJournalIsThatOfTheWhole(
      @ForAll("any") Reach ofAir,
      @ForAll("any") Reach ofCity,
      @ForAll("any") Reach ofHours,
      @ForAll @Size(max = 25) List<@IntRange(max = 100_000) Integer> steps) {
    Life life = new Life(ofAir, ofCity, ofHours);
    for (int step : steps) {
      life.step(new Random(step));
      life.isPlannedAlike();
    }
  }

  @Property(tries = 50)
  void aJournalThatIsFoldedDoesNotGrow(
      @ForAll("any") Reach ofAir, @ForAll("any") Reach ofCity, @ForAll("any") Reach ofHours) {
    Life life = new Life(ofAir, ofCity, ofHours);
    life.touch(STATION, DaySet.between(FIRST, null), "intake");
    Set<Integer> entries = new HashSet<>();
    for (int night = 0; night < 60; night++) {
      DaySet days = DaySet.between(FIRST.plusDays(night), FIRST.plusDays(night + 1));
      life.touch(AIR, days, "intake");
      life.touch(CITY, days, "intake");
      for (JobSpec job : life.jobs) {
        long asOf = life.seq;
        DaySet due = new Planner(life.folded).due(job, "code 0").days();
        life.touch(job.writes().get(0), due, job.name());
        life.done(job, due, asOf);
      }
      life.fold();
      entries.add(life.entries());
    }
    life.isPlannedAlike();
    assertThat(entries).allMatch(n -> n <= 12);
  }

  @Example
  void jobsThatAreNotAskedAboutAreLeftOut() {
    Life life = new Life(Reach.sameDay(), Reach.sameDay(), Reach.sameDay());
    life.touch(AIR, DaySet.of(FIRST), "intake");
    life.jobs.forEach(j -> life.done(j, DaySet.of(FIRST), life.seq));
    List<JournalEntry> folded =
        JournalFold.of(life.whole, Map.of(life.jobs.get(0), "code 0"), life.seq);
    List<String> jobs = new ArrayList<>();
    folded.forEach(e -> jobs.add(e instanceof Done d ? d.job() : ""));
    assertThat(jobs).containsExactly("", "air.station_hour");
  }
}
