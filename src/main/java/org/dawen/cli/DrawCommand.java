package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.enforce.DrawLists;
import org.dawen.enforce.DrawLists.Drawing;
import org.dawen.enforce.RepeatedDraws;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.registry.Draw;
import org.dawen.registry.Draw.ListName;
import org.dawen.registry.EiaFile;
import org.dawen.registry.Inspector;
import org.dawen.registry.InspectorInterest;
import org.dawen.registry.RegistryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws from a list of the registry so that anyone can repeat it; writes nothing. */
@Command(name = "draw", mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
  private static final int MOST_EXCLUDED = 20;

  @Mixin private LakeOptions options;

  @Option(names = "--list", required = true, paramLabel = "LIST")
  private ListName list;

  @Option(names = "--period", required = true, paramLabel = "P")
  private String period;

  @Option(names = "--count", required = true, paramLabel = "N")
  private int count;

  @Option(names = "--seed", required = true, paramLabel = "TEXT")
  private String seed;

  @Option(names = "--day", paramLabel = "D")
  private LocalDate day;

  @Option(names = "--for", paramLabel = "DRAW")
  private String forDrawNo;

  @Override
  public Integer call() {
    check();
    LocalDate drawnOn = day == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : day;
    try (OpenLake open = OpenLake.toRead(options)) {
      Lake lake = open.lake();
      DrawLists lists =
          new DrawLists(
              lake.records(EiaFile.class),
              lake.records(Inspector.class),
              lake.records(InspectorInterest.class));
      Drawing drawing =
          lists.draw(list, period, seed, count, drawnOn, examined(lake.records(Draw.class)));
      if (drawing.from().codes().isEmpty()) {
        throw Trouble.usage("draw.nothing", list, drawnOn);
      }
      checkRecordable(drawing);
      print(drawing, drawnOn);
    }
    return 0;
  }

  private void check() {
    if (count < 1) {
      throw Trouble.usage("draw.count", count);
    }
    if ((seed + period).contains("|")) {
      throw Trouble.usage("draw.bar");
    }
    for (String text : List.of(seed, period)) {
      if (text.isBlank() || !text.equals(text.strip()) || text.lines().count() > 1) {
        throw Trouble.usage("draw.one-line", text);
      }
    }
    if (forDrawNo != null && list != ListName.INSPECTORS) {
      throw Trouble.usage("draw.for-inspectors");
    }
  }

  private void checkRecordable(Drawing drawing) {
    List<String> split =
        drawing.from().codes().stream().filter(c -> c.matches(".*[;；].*")).limit(20).toList();
    if (!split.isEmpty()) {
      throw Trouble.usage("draw.semicolon", list, split);
    }
  }

  private List<String> examined(List<Draw> recorded) {
    if (forDrawNo == null) {
      return List.of();
    }
    return recorded.stream()
        .filter(d -> d.drawNo().equals(forDrawNo))
        .findFirst()
        .map(DrawLists::recorded)
        .orElseThrow(() -> Trouble.usage("draw.not-recorded", forDrawNo));
  }

  private void print(Drawing drawing, LocalDate drawnOn) {
    List<String> drawn = drawing.drawn();
    Draw draw =
        new Draw(
            "NUMBER",
            list,
            period,
            seed,
            count,
            drawnOn,
            forDrawNo,
            drawing.listHash(),
            String.join(";", drawn),
            null,
            "",
            0);
    for (int i = 0; i < drawn.size(); i++) {
      System.out.printf("%3d  %s%n", i + 1, drawn.get(i));
    }
    System.out.println();
    System.out.println(
        Message.of(
                drawn.size() < count ? "draw.drawn-all" : "draw.drawn",
                drawn.size(),
                drawing.from().codes().size(),
                list,
                drawnOn)
            .text());
    if (!drawing.from().excluded().isEmpty()) {
      System.out.println(
          Message.of(
                  "draw.left-out",
                  drawing.from().excluded().size(),
                  drawing.from().excluded().stream().limit(MOST_EXCLUDED).toList())
              .text());
    }
    System.out.println(Message.of("draw.list-hash", drawing.listHash()).text());
    System.out.println(Message.of("draw.again", RepeatedDraws.command(draw)).text() + "\n");
    System.out.printf(
        "%s%n%s%n", RegistryFile.named("draws.csv").orElseThrow().headingLine(), line(draw));
  }

  /** The row of {@code draws.csv}; number and document are for a person to fill in. */
  private static String line(Draw d) {
    return String.join(
        ",",
        d.drawNo(),
        d.listName().toString(),
        cell(d.period()),
        cell(d.seed()),
        Integer.toString(d.drawCount()),
        d.drawnOn().toString(),
        d.forDrawNo() == null ? "" : cell(d.forDrawNo()),
        d.listHash(),
        cell(d.drawnCodes()),
        "");
  }

  private static String cell(String text) {
    return text.matches("[^,\"]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
