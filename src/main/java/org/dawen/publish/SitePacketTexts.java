package org.dawen.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packets written short: those of a device differ in their values alone, so each form of packet is
 * written once, with {@code ¤} for every value, and of each packet only the values behind the
 * number of its form. A packet that holds one of the two signs is written as it is.
 */
final class SitePacketTexts {
  private static final String VALUE = "¤";
  private static final String BETWEEN = "|";

  /** The length in front, what is behind {@code =}, and the checksum. */
  private static final Pattern VALUES =
      Pattern.compile("(?<=^##)\\d{4}|(?<==)[^,;&=]+|(?<=&&)[0-9A-Fa-f]{4}(?=\\s*$)");

  private final Map<String, Integer> forms = new LinkedHashMap<>();
  private final List<Object> packets = new ArrayList<>();

  /** A packet; null: it is no longer there. */
  void add(String text) {
    if (text == null || text.contains(VALUE) || text.contains(BETWEEN)) {
      packets.add(text);
      return;
    }
    Matcher found = VALUES.matcher(text);
    List<String> values = new ArrayList<>();
    while (found.find()) {
      values.add(found.group());
    }
    int form = forms.computeIfAbsent(found.replaceAll(VALUE), f -> forms.size());
    packets.add(List.of(form, String.join(BETWEEN, values)));
  }

  Map<String, Object> json() {
    return Map.of("p", Arrays.asList(List.copyOf(forms.keySet()), packets));
  }
}
