package org.dawen.lake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order of texts in files and tables: by code points. Java sorts by halves of them. */
public final class TextOrder {
  private TextOrder() {}

  /** As a comparator does. */
  public static int compare(String a, String b) {
    return a.equals(b)
        ? 0
        : Arrays.compareUnsigned(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
