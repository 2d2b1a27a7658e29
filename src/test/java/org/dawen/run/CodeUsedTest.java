package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.dawen.air.RankingPass;
import org.dawen.air.StationPass;
import org.dawen.source.OutletPass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule computes by decides its fingerprint, and nothing else does. */
class CodeUsedTest {
  private static final Map<String, String> ROOM = new TreeMap<>();

  static {
    ROOM.put(
        "Rule",
        """
        package org.dawen.made;
        public class Rule {
          int limit() { return 35; }
          java.util.function.IntFunction<Object> step() { return value -> new Step(value); }
          Word word(Object o) { return o instanceof Shape s ? Word.GOOD : null; }
          @Told(by = Teller.class) void nothing() { org.dawen.run.Machine.run(); }
        }
        """);
    ROOM.put(
        "Step",
        """
        package org.dawen.made;
        record Step(int value) {
          int twice() { return new Inner().half() * 4; }
          class Inner { int half() { return Far.of(value) / 2; } }
        }
        """);
    ROOM.put("Far", "package org.dawen.made; class Far { static int of(int v) { return v + 1; } }");
    ROOM.put("Word", "package org.dawen.made; enum Word { GOOD { int n() { return 1; } }; }");
    ROOM.put("Shape", "package org.dawen.made; sealed interface Shape permits Round { }");
    ROOM.put("Round", "package org.dawen.made; record Round(int n) implements Shape { }");
    ROOM.put("Told", "package org.dawen.made; @interface Told { Class<?> by(); }");
    ROOM.put("Teller", "package org.dawen.made; class Teller { int n() { return 1; } }");
    ROOM.put("Other", "package org.dawen.made; class Other { int n() { return 1; } }");
    ROOM.put(
        "Machine",
        "package org.dawen.run; public class Machine { public static void run() { int n = 1; } }");
  }

  @TempDir private Path folder;
  private int compiled;

  /** Compiles the room with one piece of text replaced, and tells the rule's code. */
  private Map<String, String> with(String type, String text, String instead, String... options)
      throws IOException {
    Map<String, String> room = new TreeMap<>(ROOM);
    String changed = room.get(type).replace(text, instead);
    assertThat(changed.equals(room.get(type))).isEqualTo(text.equals(instead));
    room.put(type, changed);
    Path place = Files.createDirectories(folder.resolve("room-" + compiled++));
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, String> each : room.entrySet()) {
      sources.add(Files.writeString(place.resolve(each.getKey() + ".java"), each.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> all = new ArrayList<>(List.of("-d", place.toString(), "-proc:none"));
      all.addAll(List.of(options));
      assertThat(
              compiler
                  .getTask(null, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
                  .call())
          .isTrue();
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
      return CodeUsed.of(List.of(loader.loadClass("org.dawen.made.Rule"))).entrySet().stream()
          .collect(
              Collectors.toMap(
                  e -> e.getKey().replaceAll(".*/", ""),
                  e -> HexFormat.of().formatHex(e.getValue())));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, String> asItIs() throws IOException {
    return with("Rule", "35", "35");
  }

  @Test
  void recordsEnumsNestedOnesLambdasAndAnnotationsAreUsed() throws IOException {
    assertThat(asItIs())
        .containsOnlyKeys(
            "Rule",
            "Step",
            "Step$Inner",
            "Far",
            "Word",
            "Word$1",
            "Shape",
            "Round",
            "Told",
            "Teller");
  }

  @Test
  void aCommentChangesNothing() throws IOException {
    Map<String, String> before = asItIs();
    assertThat(with("Rule", "public class", "// a line\n\n/** And more. */\npublic class"))
        .isEqualTo(before);
    assertThat(with("Far", "return v + 1;", "\n  // told why\n  return v\n + 1;"))
        .isEqualTo(before);
    assertThat(with("Rule", "35", "35", "-g")).isEqualTo(before);
    assertThat(with("Rule", "35", "35", "-g:none")).isEqualTo(before);
  }

  @Test
  void whatItOrAClassItUsesSaysChangesIt() throws IOException {
    Map<String, String> before = asItIs();
    assertThat(with("Rule", "35", "36")).isNotEqualTo(before);
    assertThat(with("Far", "v + 1", "v - 1")).as("used by what it uses").isNotEqualTo(before);
    assertThat(with("Word", "return 1", "return 2")).isNotEqualTo(before);
    assertThat(with("Round", "int n", "long n")).isNotEqualTo(before);
    assertThat(with("Teller", "return 1", "return 2")).isNotEqualTo(before);
  }

  @Test
  void whatItDoesNotUseAndTheMachineryDoNot() throws IOException {
    Map<String, String> before = asItIs();
    assertThat(with("Other", "return 1", "return 2")).as("in the same room").isEqualTo(before);
    assertThat(with("Machine", "n = 1", "n = 2")).isEqualTo(before);
  }

  @Test
  void aPassUsesItsRulesAndStandardsAndNoOtherRoom() {
    assertThat(CodeUsed.of(List.of(RankingPass.class)).keySet())
        .contains("org/dawen/air/Rankings", "org/dawen/standard/Ranks")
        .doesNotContain("org/dawen/air/StationDays");
    for (Class<?> pass : List.of(RankingPass.class, StationPass.class, OutletPass.class)) {
      assertThat(CodeUsed.of(List.of(pass)).keySet())
          .noneMatch(name -> name.matches("org/dawen/(run|lake|cli|power|diesel|pool|lead)/.*"));
    }
    assertThat(CodeUsed.hash(List.of(RankingPass.class)))
        .isNotEqualTo(CodeUsed.hash(List.of(StationPass.class)));
  }
}
