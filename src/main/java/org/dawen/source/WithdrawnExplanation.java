package org.dawen.source;

import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/**
 * An exceedance a later packet withdrew: the packet it came from, and the one that took it back.
 */
public final class WithdrawnExplanation implements Explanation {
  private static final Column FROM_FILE_ID = Column.text("from_file_id");
  private static final Column FROM_RECORD_NO = Column.whole("from_record_no");

  @Override
  public Table table() {
    return SourceTables.WITHDRAWN_EXCEEDANCE;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    return List.of(
        Evidence.columns(Message.of("explain.the-row"), table(), row),
        evidence.rawRecord(
            Message.of("explain.packet-before"), row.text(FROM_FILE_ID), row.whole(FROM_RECORD_NO)),
        evidence.rawRecord(
            Message.of("explain.packet-later"), row.text(FILE_ID), row.whole(RECORD_NO)));
  }
}
