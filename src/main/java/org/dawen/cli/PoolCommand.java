package org.dawen.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.dawen.intake.ReceivedPool;
import org.dawen.lake.Alike;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.pool.Entry;
import org.dawen.pool.EntryKind;
import org.dawen.pool.PoolRegister;
import org.dawen.pool.PoolRules;
import org.dawen.pool.Posting;
import org.dawen.pool.Tonnes;
import org.dawen.pool.WhatIf;
import org.dawen.registry.County;
import org.dawen.standard.IndicatorPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The indicator pool: balances, statements, the proof, and what would be. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    subcommands = {
      PoolCommand.Balance.class,
      PoolCommand.Statement.class,
      PoolCommand.Check.class,
      PoolCommand.What.class
    })
final class PoolCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw Trouble.usage("pool.needs-one");
  }

  /** Options that every question takes. */
  static class Question {
    @Mixin LakeOptions options;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
    SqlFormat format;

    /**
     * Answers a question.
     *
     * @param county null: any
     * @param pollutant null: any; else a name or a code of HJ 212
     * @param sql what is asked of the pollutant by its name in the pool
     */
    int ask(String county, String pollutant, UnaryOperator<String> sql) {
      String name = pollutant == null ? null : name(pollutant);
      try (OpenLake open = OpenLake.toRead(options)) {
        if (county != null) {
          requireKnown(county, open);
        }
        format.print(open.engine().ask(sql.apply(name)), System.out);
      }
      return 0;
    }

    private static String name(String pollutant) {
      String name = IndicatorPool.pollutants().get(pollutant.toLowerCase(Locale.ROOT));
      if (name == null) {
        throw Trouble.usage(
            "pool.no-pollutant", pollutant, new TreeSet<>(IndicatorPool.pollutants().values()));
      }
      return name;
    }

    private static void requireKnown(String county, OpenLake open) {
      Set<String> known = new TreeSet<>();
      open.lake().records(County.class).forEach(c -> known.add(c.countyCode()));
      known.addAll(
          Ask.texts(
              open.engine(),
              "SELECT DISTINCT county_code FROM pool.balance_month UNION"
                  + " SELECT DISTINCT origin_county_code FROM pool.city_balance_month"));
      if (!known.contains(county)) {
        throw Trouble.usage(
            Message.sequence(
                Message.of("pool.no-county", county),
                Alike.question(county, known),
                Message.of("pool.counties", known)));
      }
    }
  }

  /** Balances of county accounts and of the city pool. */
  @Command(name = "balance", mixinStandardHelpOptions = true)
  static final class Balance extends Question implements Callable<Integer> {
    @Option(names = "--county", paramLabel = "CODE")
    private String county;

    @Option(names = "--pollutant", paramLabel = "P")
    private String pollutant;

    @Option(names = "--month", paramLabel = "M")
    private YearMonth month;

    @Option(names = "--day", paramLabel = "D")
    private LocalDate day;

    @Override
    public Integer call() {
      if (month != null && day != null) {
        throw Trouble.usage("options.month-and-day");
      }
      return ask(
          county,
          pollutant,
          name ->
              day == null
                  ? PoolQuestions.balanceOfMonth(
                      month == null ? null : month.atDay(1), county, name)
                  : PoolQuestions.balanceOfDay(day, county, name));
    }
  }

  /** One account, posting by posting. */
  @Command(name = "statement", mixinStandardHelpOptions = true)
  static final class Statement extends Question implements Callable<Integer> {
    @Option(names = "--account", paramLabel = "A", defaultValue = "retained")
    private Posting.Account account;

    @Option(names = "--county", paramLabel = "CODE")
    private String county;

    @Option(names = "--pollutant", paramLabel = "P", required = true)
    private String pollutant;

    @Option(names = "--project", paramLabel = "CODE")
    private String project;

    @Option(names = "--from", paramLabel = "D")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D")
    private LocalDate to;

    @Override
    public Integer call() {
      return ask(
          county,
          pollutant,
          name -> PoolQuestions.statement(account.code(), county, name, project, from, to));
    }
  }

  /** The invariants over the whole ledger. */
  @Command(name = "check", mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
      try (OpenLake open = OpenLake.toRead(options)) {
        Findings proof = PoolReport.proof(open.lake(), open.engine());
        Findings hints = PoolReport.hints(open.engine());
        if (json) {
          System.out.printf("{\"proof\": %s,%n \"look_at\": %s}%n", proof.json(), hints.json());
        } else {
          proof.print(System.out);
          System.out.println();
          hints.print(System.out);
        }
        return proof.isClean() ? 0 : 1;
      }
    }
  }

  /** Balances under a change, without writing. */
  @Command(name = "what-if", mixinStandardHelpOptions = true)
  static final class What extends Question implements Callable<Integer> {
    @Option(names = "--ratio", paramLabel = "R")
    private BigDecimal ratio;

    @Option(names = "--from", paramLabel = "D")
    private LocalDate from;

    @Option(names = "--project", paramLabel = "NEED")
    private BigDecimal need;

    @Option(names = "--county", paramLabel = "CODE")
    private String county;

    @Option(names = "--pollutant", paramLabel = "P")
    private String pollutant;

    @Option(names = "--multiplier", paramLabel = "N")
    private BigDecimal multiplier;

    @Option(names = "--city-pool")
    private boolean isCity;

    @Option(names = "--day", paramLabel = "D")
    private LocalDate day;

    @Override
    public Integer call() {
      boolean isRatio = ratio != null;
      if (isRatio == (need != null)) {
        throw Trouble.usage("pool.what-if-needs");
      }
      if (isRatio && (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0)) {
        throw Trouble.usage("pool.no-share", ratio);
      }
      if (!isRatio && (county == null || pollutant == null)) {
        throw Trouble.usage("pool.project-needs");
      }
      try (OpenLake open = OpenLake.toRead(options)) {
        Lake lake = open.lake();
        WhatIf whatIf =
            new WhatIf(
                Entry.of(lake.records(ReceivedPool.class)), PoolRules.of(PoolRegister.of(lake)));
        WhatIf.Answer answer =
            isRatio
                ? whatIf.ratio(ratio, from == null ? LocalDate.of(1, 1, 1) : from)
                : whatIf.project(
                    isCity ? EntryKind.ALLOCATE_CITY : EntryKind.ALLOCATE_COUNTY,
                    county,
                    pollutant,
                    units(need),
                    multiplier,
                    day);
        print(answer);
      }
      return 0;
    }

    private static long units(BigDecimal need) {
      try {
        if (need.signum() <= 0) {
          throw Trouble.usage("pool.need-sign");
        }
        return Tonnes.units(need);
      } catch (ArithmeticException e) {
        throw Trouble.usage(e, "pool.need-decimals");
      }
    }

    private void print(WhatIf.Answer answer) {
      if (format == SqlFormat.TABLE) {
        if (need != null) {
          answer.ofAddedEntry().forEach(p -> System.out.println(inWords(p).text()));
          System.out.println();
        }
        WhatIfTables.print(answer, System.out);
      } else {
        format.print(WhatIfTables.whole(answer), System.out);
      }
    }

    private static Message inWords(Posting p) {
      if (p.refusal() != null) {
        Message why = Message.recognised(p.detail());
        return p.missing() == null
            ? Message.of("pool.refused", p.day(), why)
            : Message.of(
                "pool.refused-missing", p.day(), why, Tonnes.of(p.missing()).toPlainString());
      }
      return Message.of(
          p.isCityShare() ? "pool.draws-city-share" : "pool.draws",
          Tonnes.of(p.mass()).toPlainString(),
          p.certificationNo(),
          p.originCounty(),
          p.lastValidDay() == null
              ? Message.of("pool.valid-forever")
              : Message.of("pool.valid-to", p.lastValidDay()));
    }
  }
}
