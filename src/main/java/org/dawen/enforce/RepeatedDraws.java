package org.dawen.enforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dawen.enforce.DrawLists.Drawing;
import org.dawen.registry.Draw;

/** Recorded draws beside their repetition. */
public final class RepeatedDraws {
  private RepeatedDraws() {}

  /** One row per draw and place, as many as were recorded or are drawn now. */
  static List<DrawnPlace> of(List<Draw> draws, DrawLists lists) {
    Map<String, List<String>> recorded = new HashMap<>();
    draws.forEach(d -> recorded.put(d.drawNo(), DrawLists.recorded(d)));
    List<DrawnPlace> rows = new ArrayList<>();
    for (Draw draw : draws) {
      List<String> examined =
          draw.forDrawNo() == null ? List.of() : recorded.getOrDefault(draw.forDrawNo(), List.of());
      Drawing now = lists.repeat(draw, examined);
      List<String> then = recorded.get(draw.drawNo());
      for (int i = 0; i < Math.max(then.size(), now.drawn().size()); i++) {
        rows.add(row(draw, i, at(then, i), at(now.drawn(), i), now));
      }
    }
    return rows;
  }

  private static String at(List<String> codes, int place) {
    return place < codes.size() ? codes.get(place) : null;
  }

  private static DrawnPlace row(Draw draw, int place, String then, String now, Drawing repeated) {
    return new DrawnPlace(
        draw.drawNo(),
        place + 1,
        draw.drawnOn(),
        draw.listName(),
        draw.period(),
        draw.seed(),
        then,
        now,
        Objects.equals(then, now),
        draw.listHash(),
        repeated.listHash(),
        draw.listHash().equalsIgnoreCase(repeated.listHash()),
        repeated.from().codes().size(),
        repeated.from().excluded().size(),
        command(draw),
        draw.fileId(),
        draw.recordNo());
  }

  /** The command that repeats a draw. */
  public static String command(Draw draw) {
    return "./dawen draw --list %s --period %s --count %d --seed %s --day %s%s"
        .formatted(
            draw.listName(),
            quoted(draw.period()),
            draw.drawCount(),
            quoted(draw.seed()),
            draw.drawnOn(),
            draw.forDrawNo() == null ? "" : " --for " + quoted(draw.forDrawNo()));
  }

  /** A word of a shell, in quotes where it needs them. */
  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}._/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
