package org.dawen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.dawen.lake.Trouble;
import org.dawen.run.BoundedYaml;
import org.dawen.run.FailureWords;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line does not give: {@code DAWEN_LANDING}, {@code DAWEN_LAKE}
 * … of the environment, then {@code landing:}, {@code lake:} … of {@code dawen.yaml} in the current
 * folder.
 */
final class Defaults implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final JsonNode config;

  Defaults(Map<String, String> environment, JsonNode config) {
    this.environment = environment;
    this.config = config;
  }

  /** The content of {@code dawen.yaml}, empty if there is none. */
  static JsonNode configFile() {
    Path file = Path.of("dawen.yaml");
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return BoundedYaml.read(in);
    } catch (IOException e) {
      throw Trouble.usage(e, "options.defaults-unreadable", FailureWords.firstLine(e));
    }
  }

  @Override
  public String defaultValue(ArgSpec arg) {
    if (!(arg instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
      return null;
    }
    String name = option.longestName().substring(2);
    String fromEnvironment =
        environment.get("DAWEN_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
      return fromEnvironment;
    }
    return ofFile(name);
  }

  /** The value of the file of defaults; null: none. */
  String ofFile(String name) {
    JsonNode value = config.get(name);
    return value == null || value.isContainerNode() ? null : value.asText();
  }
}
