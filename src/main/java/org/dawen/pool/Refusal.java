package org.dawen.pool;

/**
 * Why an entry does not stand: a closed list. A refused entry is no reject: it was read, it is kept
 * in {@code pool.entry} with the reason, and later entries are judged on what stands.
 */
public enum Refusal {
  /** The account holds less than that at the entry's place. */
  BELOW_ZERO("the account holds less than that on this day"),
  /** Nothing ever came to the account before the entry's place. */
  BEFORE_CERTIFICATION("nothing was certified for this account before this day"),
  /** A shortfall of the county and pollutant is still open. */
  BLOCKED_BY_SHORTFALL("a shortfall of this county and pollutant is still open"),
  /** The project has less than that in use. */
  RETURNS_MORE_THAN_USED("the project has less than that in use"),
  /** An earlier record has the same number and says something else. */
  NUMBER_USED_TWICE("another record with this entry number says something else and stands"),
  /** A column that this kind needs is empty. */
  INCOMPLETE("a column that this kind of entry needs is empty"),
  /** The mass is zero. */
  MASS_NOT_POSITIVE("the mass must be above zero"),
  /** The pool does not know this pollutant. */
  UNKNOWN_POLLUTANT("the pool does not know this pollutant; see standards/pool_pollutants.csv"),
  /** Neither 1 nor 2, or another than the rule of city, pollutant and year. */
  MULTIPLIER_NOT_ALLOWED("the rule in force does not allow this multiplier"),
  /** No ratio of the city's share is in force on the day. */
  NO_RATIO_IN_FORCE("no ratio of the city's share is in force on this day"),
  /** Nothing with the number referred to stands before the entry's place. */
  REFERS_TO_NOTHING("no entry with the number it refers to stands before it"),
  /** The entry referred to was refused. */
  REFERS_TO_REFUSED("the entry it refers to was refused"),
  /** An adjustment of something else than a certification, a return of no allocation. */
  REFERS_TO_OTHER_KIND("the entry it refers to is of another kind"),
  /** County, pollutant or project differ from those of the entry referred to. */
  REFERENCE_DIFFERS("county, pollutant or project differ from those of the entry it refers to"),
  /** A reversal cannot be reversed; enter the original anew. */
  REVERSES_A_REVERSAL("a reversal cannot be reversed; enter the original anew"),
  /** Already undone. */
  ALREADY_REVERSED("the entry it refers to was reversed before"),
  /** A transfer or return to undo whose mass has been drawn or passed on. */
  USED_SINCE(
      "what it brought has been drawn or passed on since: reverse that first, or enter the way back"
          + " as a new transfer or allocation"),
  /** From a county to itself. */
  SAME_COUNTY("a transfer needs two different counties");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** One clause of English, without a full stop. */
  public String words() {
    return words;
  }
}
