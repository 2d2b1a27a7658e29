package org.dawen.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.Trouble;

/**
 * The screening thresholds and run settings of {@code jobs/*.yaml}, flattened to dotted keys such
 * as {@code intake.hold_back_above_reject_share}. Immutable.
 */
public final class Settings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> values;
  private final String origin;

  private Settings(TreeMap<String, String> values, String origin) {
    this.values = values;
    this.origin = origin;
  }

  public static Settings of(Map<String, String> values) {
    return new Settings(new TreeMap<>(values), "the program");
  }

  /** Reads the {@code settings} of a YAML file. */
  public static Settings read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw Trouble.usage(e, "settings.unreadable", file, FailureWords.firstLine(e));
    }
  }

  /** The settings the program ships with, for a cluster that has only the jar. */
  public static Settings shipped() {
    String name = "jobs/nightly.yaml";
    try (InputStream in = Settings.class.getClassLoader().getResourceAsStream(name)) {
      return read(in, name + " in the jar");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Settings read(InputStream in, String origin) throws IOException {
    TreeMap<String, String> flat = new TreeMap<>();
    flatten("", BoundedYaml.read(in).path("settings"), flat);
    return new Settings(flat, origin);
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              f ->
                  flatten(
                      prefix.isEmpty() ? f.getKey() : prefix + "." + f.getKey(),
                      f.getValue(),
                      into));
    } else if (!node.isMissingNode() && !node.isNull()) {
      into.put(prefix, node.isArray() ? node.toString() : node.asText());
    }
  }

  /** The same settings with some values replaced; a key that does not exist is a mistake. */
  public Settings with(Map<String, String> overrides) {
    TreeMap<String, String> changed = new TreeMap<>(values);
    overrides.forEach(
        (key, value) -> {
          if (!values.containsKey(key)) {
            throw Trouble.usage("settings.unknown", key, values.keySet());
          }
          changed.put(key, value);
        });
    return new Settings(changed, origin);
  }

  /** Only the declared keys; asking for another throws. */
  Settings only(Collection<String> keys) {
    TreeMap<String, String> some = new TreeMap<>();
    keys.forEach(k -> some.put(k, text(k)));
    return new Settings(some, origin);
  }

  /** Key and value of the declared settings, as they enter a job's fingerprint. */
  String describe(List<String> keys) {
    return only(keys).values.toString();
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw Trouble.usage("settings.missing", key, origin);
    }
    return value;
  }

  /** A list, as {@code [a, b]} in the file. */
  public List<String> texts(String key) {
    try {
      List<String> texts = new java.util.ArrayList<>();
      BoundedYaml.read(text(key)).forEach(n -> texts.add(n.asText()));
      return List.copyOf(texts);
    } catch (IOException e) {
      throw notA("settings.no-a-list", key, e);
    }
  }

  public BigDecimal decimal(String key) {
    try {
      return new BigDecimal(text(key));
    } catch (NumberFormatException e) {
      throw notA("settings.no-a-number", key, e);
    }
  }

  public int whole(String key) {
    try {
      return Integer.parseInt(text(key));
    } catch (NumberFormatException e) {
      throw notA("settings.no-whole", key, e);
    }
  }

  /** True or false, as YAML writes them; other words are refused. */
  public boolean flag(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw notA("settings.no-flag", key, null);
    };
  }

  /** The same, unless one of these thresholds is below zero, where none has a meaning. */
  public Settings withoutNegative(Collection<String> keys) {
    return requireSign(keys, 0, "settings.negative");
  }

  /** The same, unless one of these thresholds is zero or below. */
  public Settings withPositive(Collection<String> keys) {
    return requireSign(keys, 1, "settings.not-positive");
  }

  private Settings requireSign(Collection<String> keys, int least, String wrong) {
    for (String key : keys) {
      if (decimal(key).signum() < least) {
        throw Trouble.usage(wrong, key, origin, text(key));
      }
    }
    return this;
  }

  private Trouble notA(String wrong, String key, Exception e) {
    return Trouble.usage(e, wrong, key, origin, text(key));
  }
}
