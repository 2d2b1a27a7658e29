package org.dawen.enforce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TextOrder;

/**
 * Draws that follow from seed, period and list alone: the ids in the order of the SHA-256 of {@code
 * seed|period|id} in UTF-8, written in hexadecimal digits, equal ones by id. The order of the list
 * does not matter, and a longer draw begins with the shorter one.
 */
public final class Draws {
  private Draws() {}

  /** The first ids of the order; all if there are no more. */
  public static List<String> drawn(String seed, String period, Collection<String> ids, int count) {
    Map<String, String> places = new HashMap<>();
    ids.forEach(id -> places.put(id, sha256(seed + "|" + period + "|" + id)));
    return places.keySet().stream()
        .sorted(
            Comparator.comparing((String id) -> places.get(id))
                .thenComparing(Comparator.comparing(id -> id, TextOrder::compare)))
        .limit(count)
        .toList();
  }

  /**
   * SHA-256 of the ids in order, each ended by a line feed: {@code LC_ALL=C sort -u | sha256sum}.
   */
  public static String listHash(Collection<String> ids) {
    StringBuilder lines = new StringBuilder();
    ids.stream().distinct().sorted(TextOrder::compare).forEach(id -> lines.append(id).append('\n'));
    return sha256(lines.toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
