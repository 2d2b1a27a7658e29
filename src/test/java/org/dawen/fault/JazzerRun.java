package org.dawen.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own on one target, beginning with a corpus: so many inputs, which a
 * machine with nothing else to do tries in some seconds; {@code -Ddawen.fuzz.seconds=3600} for as
 * many as that time allows (docs/decisions/0033).
 *
 * @param said what it printed
 * @param executions inputs tried; −1 if it did not end by itself
 */
public record JazzerRun(int exitCode, String said, long executions) {
  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  /**
   * Jazzer's own sanitizers, by name, since it takes no pattern: they look for commands, queries
   * and paths made of input, which no parser makes, and half of the time goes into them.
   */
  private static final String SANITIZERS =
      Stream.of(
              "ClojureLangHooks",
              "Deserialization",
              "ExpressionLanguageInjection",
              "FilePathTraversal",
              "LdapInjection",
              "NamingContextLookup",
              "OsCommandInjection",
              "ReflectiveCall",
              "RegexInjection",
              "RegexRoadblocks",
              "ScriptEngineInjection",
              "ServerSideRequestForgery",
              "SqlInjection",
              "TemplateInjection",
              "UnsafeSanitizer",
              "XPathInjection",
              "XmlParserSsrfGuidance")
          .map(name -> "com.code_intelligence.jazzer.sanitizers." + name)
          .collect(Collectors.joining(":"));

  /** A loaded machine spends half a minute on making the classes ready before the first input. */
  private static final int MOST_SECONDS = 300;

  /**
   * Tries a target.
   *
   * @param words what makes up its inputs; with them Jazzer traces branches alone, which takes half
   *     the time, since the words are what it would learn from each comparison
   */
  public static JazzerRun of(
      Class<?> target,
      List<byte[]> corpus,
      List<String> words,
      int mostBytes,
      int inputs,
      Path folder)
      throws IOException, InterruptedException {
    Integer seconds = Integer.getInteger("dawen.fuzz.seconds");
    Integer byHand = Integer.getInteger("dawen.fuzz.inputs");
    Path seeds = Files.createDirectories(folder.resolve("corpus"));
    for (int i = 0; i < corpus.size(); i++) {
      Files.write(seeds.resolve("seed" + i), corpus.get(i));
    }
    // libFuzzer takes no empty dictionary, but any line of it may be a comment.
    List<String> entries = new ArrayList<>(List.of("# words of the inputs"));
    words.stream().distinct().map(JazzerRun::entry).forEach(entries::add);
    Path dictionary = Files.write(folder.resolve("words"), entries);
    Path log = folder.resolve("log");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.dawen.codec.**:org.dawen.intake.**",
                "--disabled_hooks=" + SANITIZERS,
                "--trace=" + (words.isEmpty() ? "all" : "cov"),
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-dict=" + dictionary,
                "-max_len=" + mostBytes,
                "-runs=" + (seconds != null ? -1 : byHand == null ? inputs : byHand),
                "-max_total_time="
                    + (seconds != null ? seconds : byHand == null ? MOST_SECONDS : 0),
                // -Xmx bounds it; what libFuzzer takes for its own memory began as that of the JVM
                // of the tests.
                "-rss_limit_mb=0",
                seeds.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = jazzer.waitFor();
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    Matcher runs = RUNS.matcher(said);
    long executions = runs.find() ? Long.parseLong(runs.group(1)) : -1;
    System.err.printf(
        "Jazzer, %s: %d inputs in %s s%n",
        target.getSimpleName(), executions, executions < 0 ? "?" : runs.group(2));
    return new JazzerRun(exit, said, executions);
  }

  /** A word as libFuzzer reads it, byte by byte. */
  private static String entry(String word) {
    StringBuilder entry = new StringBuilder("\"");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      entry.append("\\x").append(HexFormat.of().toHexDigits(b));
    }
    return entry.append('"').toString();
  }
}
