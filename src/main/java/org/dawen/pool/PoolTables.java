package org.dawen.pool;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.Arrays;
import java.util.List;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Column;
import org.dawen.lake.Constraint;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** The ledger of the indicator pool, its balances, its projects and the year's tasks. */
public final class PoolTables {
  private PoolTables() {}

  /** Origin county of the rows that add up the whole city pool. */
  public static final String ALL_COUNTIES = "ALL";

  public static final Column ENTRY_NO = ReceivedTables.ENTRY_NO;
  public static final Column COPY_NO =
      count("copy_no")
          .required()
          .says(
              "1: the record that stands; 2, …: other records with the same number, refused.",
              "同号序");
  public static final Column KIND =
      text("kind")
          .required()
          .oneOf(Arrays.stream(EntryKind.values()).map(Enum::name).toList())
          .says(
              "Kind: that of the entry, or POOL (the city's share) and EXPIRE (end of validity),"
                  + " which are derived.",
              "业务类型");
  public static final Column POSTING_NO =
      count("posting_no")
          .required()
          .says("Place within entry and kind, from 1; 0: the entry moved nothing.", "分录号");
  public static final Column POSTING_DAY =
      DATA_DAY.says(
          "Day on which it is posted: the entry's own, or the first after the months closed to it.",
          "记账日期");
  public static final Column DAY_PLACE =
      count("day_place")
          .required()
          .says("Place among all postings of the posting day, from 1.", "当日次序");
  public static final Column ENTRY_DAY =
      day("entry_day").required().says("The entry's own day.", "业务日期");
  public static final Column VERDICT =
      text("verdict")
          .required()
          .oneOf(List.of("booked", "refused"))
          .says("Whether the entry stands.", "判定");
  public static final Column REASON =
      text("refusal_reason")
          .oneOf(Refusal.codes())
          .says("Why it was refused; null: it stands.", "拒绝原因");
  public static final Column MISSING_T =
      decimal("missing_t", 18, 4)
          .unit("t")
          .says("What was lacking; null: not refused for lack of mass.", "缺口");
  public static final Column POLLUTANT_CODE =
      text("pollutant_code")
          .says(
              "Pollutant by its name in the pool (NOx, VOCs, COD, NH3-N); as received if unknown;"
                  + " null: a refused entry that tells none.",
              "污染物");
  public static final Column FROM_ACCOUNT = account("from_account", "Account that gives", "转出账户");
  public static final Column FROM_COUNTY_CODE =
      text("from_county_code")
          .says("County of that account; of the city's share its county of origin.", "转出区县代码");
  public static final Column TO_ACCOUNT = account("to_account", "Account that takes", "转入账户");
  public static final Column TO_COUNTY_CODE =
      text("to_county_code").says("County of that account.", "转入区县代码");
  public static final Column IS_CITY_SHARE =
      truth("is_city_share")
          .required()
          .says("It moves the city's share of a certification, not the county's.", "是否市级份额");
  public static final Column MASS =
      decimal("mass_t", 18, 4).unit("t").required().says("Mass moved; 0: nothing.", "数量");
  public static final Column CERTIFICATION_NO =
      whole("certification_no")
          .says("The lot: entry number of the certification the mass comes from.", "核定流水号");
  public static final Column ORIGIN_COUNTY_CODE =
      text("origin_county_code").says("County of that certification.", "来源区县代码");
  public static final Column LAST_VALID_DAY =
      day("last_valid_day")
          .says("Last day on which the lot may be drawn from; null: no end.", "有效期止");
  public static final Column COUNTY_CODE =
      RegistryTables.COUNTY_CODE.says("County the entry tells; null: none.", "区县代码");
  public static final Column DETAIL = text("detail").says("What to know besides.", "说明");

  private static Column account(String name, String what, String chinese) {
    return text(name)
        .oneOf(Arrays.stream(Posting.Account.values()).map(Posting.Account::code).toList())
        .says(what + "; null: nothing was moved.", chinese);
  }

  public static final Table ENTRY =
      table("pool.entry")
          .says("One row per posting of the ledger, and per entry that moved nothing.")
          .key(ENTRY_NO, COPY_NO, KIND, POSTING_NO)
          .day(POSTING_DAY)
          .layout(Layout.BY_YEAR)
          .from(
              "received.pool",
              "registry.pool_closing",
              "registry.pool_multiplier",
              "registry.pool_validity")
          .warns(
              "Refused entries stand here with their reason; sum masses of booked ones only",
              "Expiries are known up to the end of the last month with an entry, or closed")
          .holds(
              "a_posting_moves_from_an_account_to_another",
              new Constraint.TogetherOrNothing(
                  POSTING_NO, List.of(FROM_ACCOUNT, TO_ACCOUNT), ReceivedTables.MASS_T))
          .holds(
              "refused_entries_move_nothing",
              new Constraint.MissingExactlyWhere(REASON, VERDICT, "booked"))
          .columns(
              ENTRY_NO,
              COPY_NO,
              KIND,
              POSTING_NO,
              POSTING_DAY,
              DAY_PLACE,
              ENTRY_DAY,
              VERDICT,
              REASON,
              MISSING_T,
              POLLUTANT_CODE,
              FROM_ACCOUNT,
              FROM_COUNTY_CODE,
              TO_ACCOUNT,
              TO_COUNTY_CODE,
              IS_CITY_SHARE,
              MASS,
              CERTIFICATION_NO,
              ORIGIN_COUNTY_CODE,
              LAST_VALID_DAY,
              COUNTY_CODE,
              ReceivedTables.PROJECT_CODE,
              RegistryTables.MULTIPLIER,
              ReceivedTables.REFERS_TO_ENTRY_NO,
              RegistryTables.DOCUMENT_NO,
              DETAIL,
              RegistryTables.FILE_ID,
              RegistryTables.RECORD_NO);

  public static final Column MONTH_START =
      DATA_DAY.says("First day of the month the row is about.", "月份首日");
  public static final Column MONTH_END =
      day("month_end").required().says("Last day of the month: totals are up to it.", "月末");

  private static Column total(String name, String meaning, String chinese) {
    return decimal(name, 18, 4).unit("t").required().says(meaning, chinese);
  }

  public static final Column CERTIFIED_T =
      total("certified_t", "Certified so far as first certified, reversals taken off.", "累计核定量");
  public static final Column ADJUSTED_T =
      total("adjusted_t", "What adjustments changed of it so far, with sign.", "累计调整量");
  public static final Column POOLED_T =
      total("pooled_t", "The city's share of what is certified and adjusted.", "市级统筹量");
  public static final Column RETAINED_T =
      total("retained_t", "The county's share of what is certified and adjusted.", "县级留用量");
  public static final Column ALLOCATED_T =
      total("allocated_t", "Drawn by projects so far, multiplier applied.", "累计使用量");
  public static final Column RETURNED_T =
      total("returned_t", "Given back by projects so far.", "累计退回量");
  public static final Column TRANSFERRED_T =
      total("transferred_t", "Received from other counties less given to them.", "县间调剂净额");
  public static final Column EXPIRED_T = total("expired_t", "Expired before use.", "失效量");
  public static final Column SHORTFALL_T =
      total("shortfall_t", "Missing because it was used before a revision; not yet covered.", "欠量");
  public static final Column BALANCE_T = total("balance_t", "Left to draw from.", "余额");
  public static final Column NEXT_EXPIRY_DAYS =
      count("next_expiry_days")
          .unit("d")
          .says(
              "Days from the month's end to the last valid day of the lot that expires next; null:"
                  + " none does.",
              "距最近失效天数");
  public static final Column ORIGIN_BALANCE_T =
      total(
          "origin_balance_t",
          "Of what this county certified, both shares: left to draw from, whoever holds it.",
          "源自本区县余额");
  public static final Column ORIGIN_USED_T =
      total("origin_used_t", "Of the same: in use by projects.", "源自本区县已用量");
  public static final Column ORIGIN_EXPIRED_T =
      total("origin_expired_t", "Of the same: expired before use.", "源自本区县失效量");
  public static final Column ORIGIN_SHORTFALL_T =
      total(
          "origin_shortfall_t",
          "Of the same: missing, less what covers another county's shortfall.",
          "源自本区县欠量");

  public static final Table BALANCE_MONTH =
      table("pool.balance_month")
          .says(
              "One row per county, pollutant and month: the county's own account as the month ends;"
                  + " masses are totals from the beginning.")
          .key(RegistryTables.COUNTY_CODE, POLLUTANT_CODE, MONTH_START)
          .day(MONTH_START)
          .from("received.pool", "registry.pool_closing", "registry.pool_validity")
          .holds(
              "shares_add_up",
              new Constraint.AddsUp(
                  List.of(CERTIFIED_T, ADJUSTED_T), List.of(POOLED_T, RETAINED_T), List.of()))
          .holds(
              "account_adds_up",
              new Constraint.AddsUp(
                  List.of(BALANCE_T),
                  List.of(RETAINED_T, TRANSFERRED_T, RETURNED_T, SHORTFALL_T),
                  List.of(ALLOCATED_T, EXPIRED_T)))
          .holds(
              "certified_is_balances_used_expired_less_shortfall",
              new Constraint.AddsUp(
                  List.of(CERTIFIED_T, ADJUSTED_T),
                  List.of(ORIGIN_BALANCE_T, ORIGIN_USED_T, ORIGIN_EXPIRED_T),
                  List.of(ORIGIN_SHORTFALL_T)))
          .holds(
              "never_below_zero",
              new Constraint.NeverNegative(List.of(BALANCE_T, SHORTFALL_T, EXPIRED_T)))
          .columns(
              RegistryTables.COUNTY_CODE.required(),
              POLLUTANT_CODE.required(),
              MONTH_START,
              MONTH_END,
              CERTIFIED_T,
              ADJUSTED_T,
              POOLED_T,
              RETAINED_T,
              ALLOCATED_T,
              RETURNED_T,
              TRANSFERRED_T,
              EXPIRED_T,
              SHORTFALL_T,
              BALANCE_T,
              NEXT_EXPIRY_DAYS,
              ORIGIN_BALANCE_T,
              ORIGIN_USED_T,
              ORIGIN_EXPIRED_T,
              ORIGIN_SHORTFALL_T);

  public static final Table CITY_BALANCE_MONTH =
      table("pool.city_balance_month")
          .says(
              "One row per county of origin, pollutant and month, and one in all (ALL): the city pool"
                  + " as the month ends; masses are totals from the beginning.")
          .key(ORIGIN_COUNTY_CODE, POLLUTANT_CODE, MONTH_START)
          .day(MONTH_START)
          .from("received.pool", "registry.pool_closing", "registry.pool_validity")
          .holds(
              "pool_adds_up",
              new Constraint.AddsUp(
                  List.of(POOLED_T),
                  List.of(BALANCE_T, ALLOCATED_T, EXPIRED_T),
                  List.of(RETURNED_T, SHORTFALL_T)))
          .holds(
              "never_below_zero",
              new Constraint.NeverNegative(List.of(BALANCE_T, SHORTFALL_T, EXPIRED_T)))
          .columns(
              ORIGIN_COUNTY_CODE.required().says("County of origin; ALL: all of them.", "来源区县代码"),
              POLLUTANT_CODE.required(),
              MONTH_START,
              MONTH_END,
              POOLED_T,
              ALLOCATED_T,
              RETURNED_T,
              EXPIRED_T,
              SHORTFALL_T,
              BALANCE_T,
              NEXT_EXPIRY_DAYS);

  public static final Column NEED_T =
      total("need_t", "Need before the multiplier: allocated, or still missing.", "需求量");
  public static final Column REQUIRED_T = total("required_t", "Need times multiplier.", "应替代量");
  public static final Column DRAWN_T = total("drawn_t", "Drawn and still in use.", "在用量");
  public static final Column DRAWN_FROM =
      text("drawn_from")
          .says(
              "The lots: certification number, county of origin and mass, those of the city pool"
                  + " marked so; null: nothing is in use.",
              "替代来源");
  public static final Column STILL_MISSING_T =
      total("still_missing_t", "Refused for lack of mass and not made up for since.", "尚缺量");

  public static final Table PROJECT =
      table("pool.project")
          .says("One row per project, its county and pollutant: the ledger at its end.")
          .key(ReceivedTables.PROJECT_CODE, RegistryTables.COUNTY_CODE, POLLUTANT_CODE)
          .withoutDay("state at the end of the ledger; replaced whole")
          .from("received.pool")
          .holds(
              "project_adds_up",
              new Constraint.AddsUp(
                  List.of(REQUIRED_T), List.of(DRAWN_T, RETURNED_T, STILL_MISSING_T), List.of()))
          .columns(
              ReceivedTables.PROJECT_CODE.required(),
              RegistryTables.COUNTY_CODE.required(),
              POLLUTANT_CODE.required(),
              NEED_T,
              RegistryTables.MULTIPLIER.says("Multiplier of the latest allocation.", "替代倍数"),
              REQUIRED_T,
              DRAWN_T,
              RETURNED_T,
              STILL_MISSING_T,
              DRAWN_FROM);

  public static final Column YEAR_CERTIFIED_T =
      total("certified_t", "Certified for the year's task, as it stands.", "核定减排量");
  public static final Column TASK_T =
      RegistryTables.TASK_T.says("Reduction the county must reach; null: no task.", "减排任务量");
  public static final Column REMAINING_T =
      decimal("remaining_t", 18, 4)
          .unit("t")
          .says("Still to be certified to reach the task, at least 0; null: no task.", "任务缺口");
  public static final Column DONE_PERCENT =
      decimal("done_percent", 18, 4)
          .unit("%")
          .says("Certified per task, half-even to four decimals; null: no task.", "完成率");
  public static final Column IS_TASK_MET =
      truth("is_task_met").says("Certified reaches the task; null: no task.", "是否完成任务");

  public static final Table COUNTY_YEAR =
      table("pool.county_year")
          .says("One row per county, pollutant and year: certified against the year's task.")
          .key(RegistryTables.COUNTY_CODE, POLLUTANT_CODE, RegistryTables.YEAR)
          .withoutDay("the year named, at the end of the ledger; replaced whole")
          .from("received.pool", "registry.reduction_task")
          .columns(
              RegistryTables.COUNTY_CODE.required(),
              POLLUTANT_CODE.required(),
              RegistryTables.YEAR.required(),
              TASK_T,
              YEAR_CERTIFIED_T,
              POOLED_T,
              RETAINED_T,
              REMAINING_T,
              DONE_PERCENT,
              IS_TASK_MET);

  public static final List<Table> ALL =
      List.of(ENTRY, BALANCE_MONTH, CITY_BALANCE_MONTH, PROJECT, COUNTY_YEAR);
}
