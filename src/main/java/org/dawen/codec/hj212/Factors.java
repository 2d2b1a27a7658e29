package org.dawen.codec.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes of factors, HJ 212-2017 annex B: from the code of 2005 to that of 2017, and to the unit
 * printed there. Codes of 2005 need no medium: those of water have three characters ({@code 011},
 * {@code B01}), those of gas two, or begin with S ({@code 02}, {@code S03}, {@code B02}), and none
 * occurs twice.
 */
public final class Factors {
  private static final String RESOURCE = "/standards/hj212_factors.csv";

  /** A code of the form of 2017, its letter in whatever case. */
  private static final Pattern FORM_OF_2017 = Pattern.compile("[A-Za-z][0-9]{5}");

  /** The code of 2017 for every code known, by the code in lower case. */
  private static final Map<String, String> CODE_OF_2017 = new HashMap<>();

  private static final Map<String, String> UNIT = new HashMap<>();

  static {
    load();
  }

  private Factors() {}

  /**
   * The code of 2017 for a code of 2005 or 2017 in whatever case: {@code A21026} and {@code s01}
   * are {@code a21026} and {@code a19001}. Of a code that is not known only the form of 2017 is
   * told; any other stays as it is.
   */
  public static String canonical(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    String known = CODE_OF_2017.get(lower);
    if (known != null) {
      return known;
    }
    return FORM_OF_2017.matcher(code).matches() ? lower : code;
  }

  /**
   * Unit of the concentration or measured value as printed, in ASCII ({@code mg/m3}), {@code 1} for
   * dimensionless. Empty if the code is unknown, has no unit, or has two meanings in the standard
   * ({@code g119xx}, {@code e701xx}). Devices may send other units, above all for PM and NH3.
   *
   * @param code of 2005 or of 2017; numbered devices such as {@code e10201} by their kind {@code
   *     e102xx}
   */
  public static Optional<String> unit(String code) {
    String canonical = canonical(code);
    String unit = UNIT.get(canonical);
    if (unit == null && canonical.length() == 6) {
      unit = UNIT.get(canonical.substring(0, 4) + "xx");
      if (unit == null) {
        unit = UNIT.get(canonical.substring(0, 5) + "x");
      }
    }
    return Optional.ofNullable(unit);
  }

  private static void load() {
    try (InputStream in = Factors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path.");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> header = cells(lines.readLine());
      int code = header.indexOf("factor_code");
      int codeOf2005 = header.indexOf("code_2005");
      int unit = header.indexOf("unit");
      Set<String> seen = new HashSet<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = cells(line);
        if (!cells.get(codeOf2005).isEmpty()) {
          CODE_OF_2017.put(cells.get(codeOf2005).toLowerCase(Locale.ROOT), cells.get(code));
        }
        CODE_OF_2017.put(cells.get(code).toLowerCase(Locale.ROOT), cells.get(code));
        if (!seen.add(cells.get(code))) {
          UNIT.remove(cells.get(code));
        } else if (!cells.get(unit).isEmpty()) {
          UNIT.put(cells.get(code), cells.get(unit));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read.", e);
    }
  }

  /** Splits a line at commas outside double quotes; quotes inside a cell do not occur. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }
}
