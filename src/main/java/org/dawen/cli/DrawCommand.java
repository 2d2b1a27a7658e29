package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.enforce.DrawLists;
import org.dawen.enforce.DrawLists.Drawing;
import org.dawen.enforce.RepeatedDraws;
import org.dawen.lake.Lake;
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
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = {
      "Draw files or inspectors so that anyone can repeat it: seed, period and list decide.",
      "Writes nothing; the last line printed goes into registry/draws.csv, and every night repeats"
          + " the draw."
    })
final class DrawCommand implements Callable<Integer> {
  private static final int MOST_EXCLUDED = 20;

  @Mixin private LakeOptions options;

  @Option(
      names = "--list",
      required = true,
      paramLabel = "LIST",
      description = "From which list: ${COMPLETION-CANDIDATES}.")
  private ListName list;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "P",
      description = "What it is for, as 2024Q1; another period is another draw.")
  private String period;

  @Option(
      names = "--count",
      required = true,
      paramLabel = "N",
      description = "How many; a longer draw begins with the shorter one.")
  private int count;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "TEXT",
      description = "A text nobody could choose with the list in hand.")
  private String seed;

  @Option(
      names = "--day",
      paramLabel = "D",
      description = "Of the list as registered on this day, as 2024-03-01; default today.")
  private LocalDate day;

  @Option(
      names = "--for",
      paramLabel = "DRAW",
      description =
          "Of inspectors: the recorded draw of files they will examine; an interest in one of these"
              + " files or its enterprise excludes. Without it any stated interest does.")
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
        throw Trouble.usage(
            "Nothing can be drawn: registry/%s.csv has no row that is valid on %s."
                .formatted(list, drawnOn),
            "Enter the list and run the night, or name another day with --day.");
      }
      checkRecordable(drawing);
      print(drawing, drawnOn);
    }
    return 0;
  }

  private void check() {
    if (count < 1) {
      throw Trouble.usage("--count is %d.".formatted(count), "Draw at least one.");
    }
    if ((seed + period).contains("|")) {
      throw Trouble.usage(
          "Seed and period must not hold a '|', which separates them.", "Leave it out.");
    }
    for (String text : List.of(seed, period)) {
      if (text.isBlank() || !text.equals(text.strip()) || text.lines().count() > 1) {
        throw Trouble.usage(
            "'%s' would not be read from registry/draws.csv as it is written here.".formatted(text),
            "Give seed and period as one line without blanks at its ends.");
      }
    }
    if (forDrawNo != null && list != ListName.INSPECTORS) {
      throw Trouble.usage("--for goes with --list inspectors alone.", "Leave it out.");
    }
  }

  private void checkRecordable(Drawing drawing) {
    List<String> split =
        drawing.from().codes().stream().filter(c -> c.matches(".*[;；].*")).limit(20).toList();
    if (!split.isEmpty()) {
      throw Trouble.usage(
          "registry/%s.csv has codes with a semicolon, which separates those drawn: %s."
              .formatted(list, String.join(", ", split)),
          "Enter them without it and run the night.");
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
        .orElseThrow(
            () ->
                Trouble.usage(
                    "No draw '%s' is recorded in registry/draws.csv.".formatted(forDrawNo),
                    "Record it and run the night, or correct the number."));
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
    System.out.printf(
        "%n%,d of the %,d in %s on %s%s%n",
        drawn.size(),
        drawing.from().codes().size(),
        list,
        drawnOn,
        drawn.size() < count ? ", which are all" : "");
    if (!drawing.from().excluded().isEmpty()) {
      System.out.printf(
          "left out for a stated interest, %,d: %s%n",
          drawing.from().excluded().size(),
          String.join(", ", drawing.from().excluded().stream().limit(MOST_EXCLUDED).toList()));
    }
    System.out.printf("SHA-256 of the list  %s%n", drawing.listHash());
    System.out.printf("again by  %s%n%n", RepeatedDraws.command(draw));
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
