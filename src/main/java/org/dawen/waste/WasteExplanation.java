package org.dawen.waste;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dawen.intake.ReceivedWasteManifest;
import org.dawen.intake.ReceivedWasteMove;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.WasteUnit;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.WasteRules;

/**
 * The moves and manifests behind a stock, a batch or a finding, each with file and record, and the
 * rule with its confidence.
 */
public final class WasteExplanation implements Explanation {
  private static final int MOST_SHOWN = 40;

  private final Class<? extends Record> type;

  private WasteExplanation(Class<? extends Record> type) {
    this.type = type;
  }

  /** One for stocks, one for batches, one for findings. */
  public static List<Explanation> all() {
    return List.of(
        new WasteExplanation(StockDay.class),
        new WasteExplanation(Batch.class),
        new WasteExplanation(Finding.class));
  }

  @Override
  public Table table() {
    return Table.of(type);
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    String unit = row.text("unit_code");
    String waste = row.text("waste_code");
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns(Message.of("explain.the-row"), table(), row));
    sections.add(new Section(Message.of("explain.unit"), units(unit, evidence)));
    if (type == StockDay.class) {
      sections.add(
          new Section(
              Message.of("explain.stock"),
              List.of(
                  Message.of(
                      "explain.stock-sum",
                      row.text("stock_t"),
                      row.text("opening_t"),
                      row.text("in_t"),
                      row.text("out_t")))));
    } else {
      LocalDate left = type == Finding.class ? row.day("ended_on") : null;
      sections.add(new Section(Message.of("explain.rule-of-storage"), rule(row, left, evidence)));
    }
    String object =
        type == Finding.class
            ? row.text("object_no")
            : type == Batch.class ? row.text("batch_no") : null;
    sections.add(
        new Section(Message.of("explain.moves"), moves(unit, waste, object, row, evidence)));
    if (type == Finding.class) {
      sections.add(new Section(Message.of("explain.manifests"), manifests(unit, object, evidence)));
    }
    sections.add(
        evidence.rawRecord(
            Message.of("explain.record-as-received"), row.text("file_id"), row.whole("record_no")));
    return sections;
  }

  private static List<Message> units(String unit, Evidence evidence) {
    List<Message> lines =
        evidence.rows(WasteUnit.class).stream()
            .filter(u -> u.unitCode().equals(unit))
            .map(
                u ->
                    Message.of(
                        "explain.waste-unit",
                        u.name(),
                        Message.given(
                            u.holdsPermit()
                                ? Message.of("explain.holds-permit")
                                : Message.of("explain.holds-no-permit"),
                            u.approvedStorageMonths() == null
                                ? null
                                : Message.of("explain.may-store", u.approvedStorageMonths())),
                        Evidence.shown(u.period().validFrom()),
                        Evidence.shown(u.period().validTo()),
                        u.fileId(),
                        u.recordNo()))
            .toList();
    return lines.isEmpty() ? List.of(Message.of("explain.unit-not-registered")) : lines;
  }

  /** In force when it left, or on the last day of any move. */
  private static List<Message> rule(TableRow row, LocalDate left, Evidence evidence) {
    LocalDate last =
        evidence.rows(ReceivedWasteMove.class).stream()
            .map(ReceivedWasteMove::dataDay)
            .max(Comparator.naturalOrder())
            .orElse(row.day("data_day"));
    WasteRules.Rule rule =
        WasteRules.inForce(WasteRules.STORAGE_MONTHS, left == null ? last : left);
    return List.of(
        Message.of(
            "explain.storage-months",
            rule.value().toPlainString(),
            rule.provision().standard(),
            rule.provision().clause(),
            rule.provision().confidence().letter(),
            rule.provision().note()));
  }

  /** The latest moves of the batch or with the manifest; of a stock those up to its day. */
  private static List<Message> moves(
      String unit, String waste, String object, TableRow row, Evidence evidence) {
    List<ReceivedWasteMove> records =
        evidence.rows(ReceivedWasteMove.class).stream()
            .filter(m -> m.unitCode().equals(unit) && Move.kind(m.wasteCode()).equals(waste))
            .toList();
    List<Message> lines =
        Move.counting(records).stream()
            .filter(
                m ->
                    object == null
                        ? !m.day().isAfter(row.day("data_day"))
                        : object.equals(m.batchNo()) || object.equals(m.manifestNo()))
            .sorted(Comparator.comparing(Move::day).reversed())
            .limit(MOST_SHOWN)
            .map(
                m ->
                    Message.of(
                        "explain.waste-move",
                        m.day(),
                        m.direction(),
                        Evidence.shown(m.massT()),
                        m.batchNo(),
                        Evidence.shown(m.manifestNo()),
                        m.fileId(),
                        m.recordNo()))
            .toList();
    return lines.isEmpty() ? List.of(Message.of("explain.none")) : lines;
  }

  private static List<Message> manifests(String unit, String object, Evidence evidence) {
    List<Message> lines =
        evidence.rows(ReceivedWasteManifest.class).stream()
            .filter(m -> m.fromUnitCode().equals(unit) && Objects.equals(m.manifestNo(), object))
            .sorted(Comparator.comparing(ReceivedWasteManifest::provenance))
            .limit(MOST_SHOWN)
            .map(
                m ->
                    Message.of(
                        "explain.manifest",
                        Evidence.shown(m.sentOn()),
                        Evidence.shown(m.sentT()),
                        Evidence.shown(m.toUnitCode()),
                        Evidence.shown(m.receivedOn()),
                        Evidence.shown(m.receivedT()),
                        m.provenance().fileId(),
                        m.provenance().recordNo()))
            .toList();
    return lines.isEmpty() ? List.of(Message.of("explain.none")) : lines;
  }
}
