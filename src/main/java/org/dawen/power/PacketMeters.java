package org.dawen.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.upper;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;

/** Device numbers of electricity packets, which name meters {@code <MN>-d2NN}. */
final class PacketMeters {
  private static final Pattern OF_PACKETS = Pattern.compile("(.+)-d[23]\\d{2}");

  private PacketMeters() {}

  /**
   * The packets with device numbers as the registry spells them, whatever case they were sent in; a
   * number nobody registered is given in capitals.
   *
   * @param meters rows of {@code registry.meter}
   */
  static Dataset<Row> withRegisteredNumbers(Dataset<Row> packets, Collection<TableRow> meters) {
    Map<String, String> spelled = new TreeMap<>();
    for (TableRow meter : meters) {
      Matcher m = OF_PACKETS.matcher(meter.text(RegistryTables.METER_CODE));
      if (m.matches() && !m.group(1).equals(m.group(1).toUpperCase(Locale.ROOT))) {
        spelled.put(m.group(1).toUpperCase(Locale.ROOT), m.group(1));
      }
    }
    Column number = upper(RegistryTables.MN.col());
    Column[] entries =
        spelled.entrySet().stream()
            .flatMap(e -> Stream.of(lit(e.getKey()), lit(e.getValue())))
            .toArray(Column[]::new);
    return packets.withColumn(
        RegistryTables.MN.name(),
        spelled.isEmpty() ? number : coalesce(try_element_at(map(entries), number), number));
  }
}
