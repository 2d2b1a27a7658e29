package org.dawen.registry;

import java.util.Locale;

/** The closed lists by which a number of the work plan is described. */
public final class PlanWords {
  private PlanWords() {}

  /** How firmly the plan words a number. */
  public enum Strength {
    /** No softening word (必须). */
    MUST,
    /** The least that is accepted (底线). */
    FLOOR,
    /** 争. */
    AIM,
    /** 力争. */
    STRIVE,
    /** 约. */
    ABOUT,
    /** 基本. */
    BASICALLY,
    /** 推动, 积极. */
    ACTIVELY;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the value is compared with the number. */
  public enum Comparator {
    AT_MOST("<="),
    LESS("<"),
    EQUAL("="),
    ABOUT("≈"),
    BETWEEN("between"),
    MORE(">"),
    AT_LEAST(">=");

    private final String word;

    Comparator(String word) {
      this.word = word;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** How the value moves in the course of the plan, which says what its rate means. */
  public enum Course {
    /** It adds up towards the number: machines retired. */
    RISES,
    /** A stock that is worked off from its start value: letters open. */
    FALLS,
    /** It adds up and may not pass the number: points lost. */
    LIMIT,
    /** It moves freely and counts as it stands when due: a mean, a rank, a share. */
    LEVEL,
    /** It has to hold on every day, judged anew each day: no black-odorous water. */
    EVERY_DAY;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The stretch of time of which the value is taken and judged. */
  public enum JudgedEach {
    YEAR,
    QUARTER,
    MONTH;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the plan names the date. */
  public enum DueFrom {
    STATED,
    /** The end of the plan's year, since the plan names no date. */
    IMPLIED;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where the value so far comes from. */
  public enum SourceKind {
    /** Computed from a table. */
    TABLE,
    /** Reported with a document. */
    ENTRY,
    /** The plan names no number that could be followed. */
    NOT_IN_PLAN;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the rows of a source become one value. */
  public enum Aggregate {
    /** The value of the newest row; the filter names all of the key but the day. */
    LATEST,
    SUM,
    /** Rows, or rows in which the column has a value. */
    COUNT,
    /** Different values of the column. */
    DISTINCT,
    MEAN,
    LEAST,
    LARGEST,
    /** Rows in which the column is true, in percent of those in which it is true or false. */
    PERCENT_TRUE,
    /** Sum of the column in percent of the sum of the second column. */
    PERCENT_OF;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
