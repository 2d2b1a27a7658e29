package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ledgers for tests: entries written in one line, the ledger's answer, accounts replayed. */
final class Ledgers {
  static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

  private Ledgers() {}

  /** Ratio 0.30, multipliers 1 and 2, nothing expires, nothing is closed. */
  static LedgerRules rules() {
    return LedgerRules.of(
        List.of(new LedgerRules.Ratio(null, null, new BigDecimal("0.30"))),
        List.of(BigDecimal.ONE, BigDecimal.valueOf(2)),
        BigDecimal.ONE,
        Map.of("nox", "NOx", "a21002", "NOx", "cod", "COD"));
  }

  /** A rule row for tests: nothing else decides the multiplier. */
  static LedgerRules.Validity validFor(int months) {
    return new LedgerRules.Validity(null, months, null, null);
  }

  static Entry certify(long no, int day, String county, String mass) {
    return entry(no, day, EntryKind.CERTIFY, county, null, mass, null, null);
  }

  static Entry allocate(long no, int day, String county, String need, String project) {
    return entry(no, day, EntryKind.ALLOCATE_COUNTY, county, null, need, project, null);
  }

  static Entry allocateCity(long no, int day, String county, String need, String project) {
    return entry(no, day, EntryKind.ALLOCATE_CITY, county, null, need, project, null);
  }

  static Entry giveBack(long no, int day, String mass, long allocation) {
    return entry(no, day, EntryKind.RETURN, null, null, mass, null, allocation);
  }

  static Entry adjust(long no, int day, String revisedMass, long certification) {
    return entry(no, day, EntryKind.ADJUST, null, null, revisedMass, null, certification);
  }

  static Entry transfer(long no, int day, String from, String to, String mass) {
    return entry(no, day, EntryKind.TRANSFER, from, to, mass, null, null);
  }

  static Entry reverse(long no, int day, long entryNo) {
    return entry(no, day, EntryKind.REVERSE, null, null, null, null, entryNo);
  }

  /** NOx, on a day counted from 1 March 2024 (1). */
  static Entry entry(
      long no,
      int day,
      EntryKind kind,
      String county,
      String other,
      String mass,
      String project,
      Long refersTo) {
    boolean namesPollutant = kind != EntryKind.REVERSE && kind != EntryKind.ADJUST;
    return new Entry(
        no,
        MARCH.plusDays(day - 1),
        kind,
        county,
        other,
        namesPollutant ? "NOx" : null,
        mass == null ? null : Tonnes.units(new BigDecimal(mass)),
        null,
        project,
        null,
        refersTo,
        "D-" + no,
        null,
        "0",
        "pool/p.csv",
        no);
  }

  static Entry with(Entry e, BigDecimal multiplier) {
    return new Entry(
        e.entryNo(),
        e.day(),
        e.kind(),
        e.county(),
        e.otherCounty(),
        e.pollutant(),
        e.mass(),
        e.reductionYear(),
        e.project(),
        multiplier,
        e.refersTo(),
        e.documentNo(),
        e.note(),
        e.fileOrder(),
        e.fileId(),
        e.recordNo());
  }

  /** The same record in another file. */
  static Entry inFile(Entry e, String fileId, Long mass) {
    return new Entry(
        e.entryNo(),
        e.day(),
        e.kind(),
        e.county(),
        e.otherCounty(),
        e.pollutant(),
        mass,
        e.reductionYear(),
        e.project(),
        e.multiplier(),
        e.refersTo(),
        e.documentNo(),
        e.note(),
        e.fileOrder(),
        fileId,
        e.recordNo());
  }

  /** Everything a ledger said. */
  static class Heard implements LedgerListener {
    final List<Posting> postings = new ArrayList<>();
    final List<CountyMonth> counties = new ArrayList<>();
    final List<CityMonth> city = new ArrayList<>();
    Ledger ledger;

    @Override
    public void posted(Posting posting) {
      postings.add(posting);
    }

    @Override
    public void monthEnded(CountyMonth month) {
      counties.add(month);
    }

    @Override
    public void monthEnded(CityMonth month) {
      city.add(month);
    }

    /** What is posted for one entry, refusals included. */
    List<Posting> of(long entryNo) {
      return postings.stream().filter(p -> p.source().entryNo() == entryNo).toList();
    }

    /** Why an entry was refused; null if it stands. */
    Refusal refusal(long entryNo) {
      return of(entryNo).stream()
          .filter(p -> p.copyNo() == 1)
          .map(Posting::refusal)
          .filter(r -> r != null)
          .findFirst()
          .orElse(null);
    }

    /** The last month of a county. */
    CountyMonth county(String county) {
      return counties.stream()
          .filter(m -> m.county().equals(county))
          .reduce((a, b) -> b)
          .orElseThrow();
    }

    /** The city pool in the last month; null county: all. */
    CityMonth city(String county) {
      return city.stream()
          .filter(m -> java.util.Objects.equals(m.originCounty(), county))
          .reduce((a, b) -> b)
          .orElseThrow();
    }

    /** Account to balance, replayed from the postings alone; zero balances are left out. */
    Map<String, Long> accounts() {
      Map<String, Long> accounts = new TreeMap<>();
      postings.forEach(p -> apply(accounts, p));
      accounts.values().removeIf(v -> v == 0);
      return accounts;
    }
  }

  /** Adds one posting to replayed accounts. */
  static void apply(Map<String, Long> accounts, Posting p) {
    if (p.from() != null) {
      accounts.merge(name(p, p.from(), p.fromCounty()), -p.mass(), Long::sum);
      accounts.merge(name(p, p.to(), p.toCounty()), p.mass(), Long::sum);
    }
  }

  private static String name(Posting p, Posting.Account account, String county) {
    String owner = account == Posting.Account.USED ? p.project() : county;
    return account.code() + " " + p.pollutant() + " " + owner + (p.isCityShare() ? " city" : "");
  }

  static Heard run(LedgerRules rules, List<Entry> entries) {
    Heard heard = new Heard();
    heard.ledger = new Ledger(entries, rules, heard);
    heard.ledger.run();
    return heard;
  }

  static Heard run(Entry... entries) {
    return run(rules(), List.of(entries));
  }

  static long t(String tonnes) {
    return Tonnes.units(new BigDecimal(tonnes));
  }
}
