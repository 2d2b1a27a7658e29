package org.dawen.intake;

import java.util.List;
import org.dawen.lake.Table;

/** What came and what could not be read: the file ledger and the rejects. */
public final class FileLedgerTables {
  private FileLedgerTables() {}

  public static final Table LANDING_FILE = Table.of(LedgerEntry.class);
  public static final Table REJECT = Table.of(Reject.class);
  public static final List<Table> ALL = List.of(LANDING_FILE, REJECT);
}
