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
    description = "The indicator pool: balances, statements, the proof, what would be. Only reads.",
    subcommands = {
      PoolCommand.Balance.class,
      PoolCommand.Statement.class,
      PoolCommand.Check.class,
      PoolCommand.What.class
    })
final class PoolCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw Trouble.usage(
        "'pool' needs one of: balance, statement, check, what-if.",
        "'./dawen pool --help' says more.");
  }

  /** Options that every question takes. */
  static class Question {
    @Mixin LakeOptions options;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "table",
        description = "table, csv or json (default: table).")
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
            "The pool has no pollutant '%s'.".formatted(pollutant),
            "It has %s."
                .formatted(String.join(", ", new TreeSet<>(IndicatorPool.pollutants().values()))));
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
            "No county '%s' is registered or has entries in the pool.%s"
                .formatted(county, Alike.question(county, known)),
            "The counties are %s.".formatted(String.join(", ", known)));
      }
    }
  }

  /** Balances of county accounts and of the city pool. */
  @Command(
      name = "balance",
      mixinStandardHelpOptions = true,
      description = "Balances at the end of a month, or of a day.")
  static final class Balance extends Question implements Callable<Integer> {
    @Option(
        names = "--county",
        paramLabel = "CODE",
        description = "One county; ALL: the city pool in all.")
    private String county;

    @Option(names = "--pollutant", paramLabel = "P", description = "NOx, VOCs, COD or NH3-N.")
    private String pollutant;

    @Option(
        names = "--month",
        paramLabel = "M",
        description = "As 2024-03 (default: the last one).")
    private YearMonth month;

    @Option(names = "--day", paramLabel = "D", description = "As of the end of this day instead.")
    private LocalDate day;

    @Override
    public Integer call() {
      if (month != null && day != null) {
        throw Trouble.usage("--month cannot be combined with --day.", "Give one or the other.");
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
  @Command(
      name = "statement",
      mixinStandardHelpOptions = true,
      description = "One account with its running balance, down to documents and records.")
  static final class Statement extends Question implements Callable<Integer> {
    @Option(
        names = "--account",
        paramLabel = "A",
        defaultValue = "retained",
        description = "retained, pool, used, expired, shortfall or certified (default: retained).")
    private Posting.Account account;

    @Option(
        names = "--county",
        paramLabel = "CODE",
        description = "The county; of the pool the county of origin, none: all of it.")
    private String county;

    @Option(
        names = "--pollutant",
        paramLabel = "P",
        required = true,
        description = "The pollutant.")
    private String pollutant;

    @Option(names = "--project", paramLabel = "CODE", description = "Of 'used': one project.")
    private String project;

    @Option(names = "--from", paramLabel = "D", description = "First day shown.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day shown.")
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
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Prove the whole ledger: computed anew it is the same, every account adds up and is never"
              + " below zero; then list what a person should look at.")
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(names = "--json", description = "As JSON.")
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
  @Command(
      name = "what-if",
      mixinStandardHelpOptions = true,
      description =
          "Balances, shortfalls and refusals under another ratio (--ratio R --from D), or with one"
              + " project more (--project NEED --county C --pollutant P). Writes nothing.")
  static final class What extends Question implements Callable<Integer> {
    @Option(names = "--ratio", paramLabel = "R", description = "The city's share, such as 0.35.")
    private BigDecimal ratio;

    @Option(
        names = "--from",
        paramLabel = "D",
        description = "First day whose certifications are shared by it (default: all).")
    private LocalDate from;

    @Option(names = "--project", paramLabel = "NEED", description = "Need of a project in t.")
    private BigDecimal need;

    @Option(names = "--county", paramLabel = "CODE", description = "County of the project.")
    private String county;

    @Option(names = "--pollutant", paramLabel = "P", description = "Pollutant the project needs.")
    private String pollutant;

    @Option(
        names = "--multiplier",
        paramLabel = "N",
        description = "1 or 2 (default: by the rule).")
    private BigDecimal multiplier;

    @Option(names = "--city-pool", description = "Drawn from the city pool, not from the county.")
    private boolean isCity;

    @Option(
        names = "--day",
        paramLabel = "D",
        description = "Day of the entry (default: the last).")
    private LocalDate day;

    @Override
    public Integer call() {
      boolean isRatio = ratio != null;
      if (isRatio == (need != null)) {
        throw Trouble.usage(
            "what-if needs either --ratio or --project.",
            "For example: what-if --ratio 0.35 --from 2025-01-01.");
      }
      if (isRatio && (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0)) {
        throw Trouble.usage("%s is no share.".formatted(ratio), "Give a ratio from 0 to 1.");
      }
      if (!isRatio && (county == null || pollutant == null)) {
        throw Trouble.usage(
            "A project needs a county and a pollutant.", "Add --county CODE --pollutant P.");
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
          throw Trouble.usage("A need must be above zero.", "Give it in t.");
        }
        return Tonnes.units(need);
      } catch (ArithmeticException e) {
        throw Trouble.usage("A need has at most four decimals.", "Give it in t.", e);
      }
    }

    private void print(WhatIf.Answer answer) {
      if (format == SqlFormat.TABLE) {
        if (need != null) {
          answer.ofAddedEntry().forEach(p -> System.out.println(inWords(p)));
          System.out.println();
        }
        WhatIfTables.print(answer, System.out);
      } else {
        format.print(WhatIfTables.whole(answer), System.out);
      }
    }

    private static String inWords(Posting p) {
      if (p.refusal() != null) {
        return "Refused on %s: %s%s."
            .formatted(
                p.day(),
                p.detail(),
                p.missing() == null
                    ? ""
                    : "; %s t are missing".formatted(Tonnes.of(p.missing()).toPlainString()));
      }
      return "Draws %s t from certification %d of %s%s%s."
          .formatted(
              Tonnes.of(p.mass()).toPlainString(),
              p.certificationNo(),
              p.originCounty(),
              p.isCityShare() ? ", city's share" : "",
              p.lastValidDay() == null ? "" : ", valid to " + p.lastValidDay());
    }
  }
}
