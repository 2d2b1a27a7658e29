package org.dawen.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.pool.WhatIf;

/**
 * The answer of {@code pool what-if} as tables: what balances, shortfalls and verdicts would be.
 */
final class WhatIfTables {
  private static final int MOST_SHOWN = 20;

  private WhatIfTables() {}

  /**
   * For people: the balances, then at most twenty shortfalls and verdicts and how many there are.
   */
  static void print(WhatIf.Answer answer, PrintStream out) {
    SqlFormat.TABLE.print(
        answer(
            List.of(
                "account", "county_code", "pollutant_code", "balance_t", "then_t", "difference_t"),
            answer.balances(),
            b ->
                new Object[] {
                  b.account(),
                  b.county(),
                  b.pollutant(),
                  b.balance(),
                  b.then(),
                  b.then().subtract(b.balance())
                }),
        out);
    section(
        "pool.more-uncovered",
        List.of(
            "entry_no",
            "day",
            "kind",
            "account",
            "county_code",
            "pollutant_code",
            "is_t",
            "then_t"),
        answer.shortfalls(),
        s ->
            new Object[] {
              s.entryNo(),
              s.day(),
              s.kind().name(),
              s.account(),
              s.county(),
              s.pollutant(),
              s.is(),
              s.then()
            },
        out);
    section(
        "pool.judged-otherwise",
        List.of("entry_no", "day", "kind", "county_code", "pollutant_code", "mass_t", "is", "then"),
        answer.verdicts(),
        v ->
            new Object[] {
              v.entryNo(),
              v.day(),
              v.kind().name(),
              v.county(),
              v.pollutant(),
              v.mass(),
              v.is(),
              v.then()
            },
        out);
  }

  private static <T> void section(
      String heading,
      List<String> columns,
      List<T> rows,
      Function<T, Object[]> row,
      PrintStream out) {
    out.println();
    if (rows.isEmpty()) {
      out.println(Message.of("pool.none-of", Message.of(heading)).text());
      return;
    }
    out.println(
        Message.of(
                rows.size() > MOST_SHOWN ? "pool.count-of-shown" : "pool.count-of",
                Message.of(heading),
                rows.size())
            .text());
    SqlFormat.TABLE.print(answer(columns, rows.stream().limit(MOST_SHOWN).toList(), row), out);
  }

  /** For programs: everything, one row a balance, shortfall or verdict. */
  static SqlEngine.Answer whole(WhatIf.Answer answer) {
    List<Object[]> rows = new ArrayList<>();
    for (WhatIf.Difference b : answer.balances()) {
      rows.add(
          new Object[] {
            "balance",
            b.account(),
            b.county(),
            b.pollutant(),
            b.balance(),
            b.then(),
            b.then().subtract(b.balance()),
            null,
            null,
            null,
            null,
            null,
            null
          });
    }
    for (WhatIf.MoreShortfall s : answer.shortfalls()) {
      rows.add(
          new Object[] {
            "shortfall",
            s.account(),
            s.county(),
            s.pollutant(),
            s.is(),
            s.then(),
            s.then().subtract(s.is()),
            s.entryNo(),
            s.day(),
            s.kind().name(),
            null,
            null,
            null
          });
    }
    for (WhatIf.OtherVerdict v : answer.verdicts()) {
      rows.add(
          new Object[] {
            "verdict",
            null,
            v.county(),
            v.pollutant(),
            null,
            null,
            null,
            v.entryNo(),
            v.day(),
            v.kind().name(),
            v.mass(),
            v.is(),
            v.then()
          });
    }
    return new SqlEngine.Answer(
        List.of(
            "what",
            "account",
            "county_code",
            "pollutant_code",
            "balance_t",
            "then_t",
            "difference_t",
            "entry_no",
            "day",
            "kind",
            "mass_t",
            "verdict",
            "verdict_then"),
        rows.iterator());
  }

  private static <T> SqlEngine.Answer answer(
      List<String> headings, List<T> rows, Function<T, Object[]> row) {
    return new SqlEngine.Answer(headings, rows.stream().map(row).iterator());
  }
}
