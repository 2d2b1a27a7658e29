package org.dawen.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.Vin;

/** Signals of a vehicle as one HTML file that needs nothing else: no script, no network. */
final class VehiclePlot {
  private static final int WIDTH = 1_100;
  private static final int LEFT = 70;
  private static final int HEIGHT = 130;
  private static final String[] COLOURS = {"#1f5fa8", "#c0392b", "#2e8b57"};

  /** Signals that share an axis. */
  private record Panel(String title, Signal... signals) {}

  private static final List<Panel> PANELS =
      List.of(
          new Panel("Speed 车速, km/h", Signal.SPEED),
          new Panel("Net torque 扭矩, %; fuel 燃料, L/h", Signal.TORQUE, Signal.FUEL),
          new Panel("NOx, ppm", Signal.NOX_UP, Signal.NOX_DOWN),
          new Panel("SCR, coolant 温度, °C", Signal.SCR_IN, Signal.SCR_OUT, Signal.COOLANT),
          new Panel("Reagent 反应剂, %", Signal.REAGENT),
          new Panel("Odometer 里程, km", Signal.ODOMETER),
          new Panel("Latitude 纬度, °", Signal.LATITUDE));

  private VehiclePlot() {}

  /**
   * The page.
   *
   * @param title what it shows, for example the rule
   */
  static String html(String title, VehicleSeconds vehicle) {
    StringBuilder page = new StringBuilder(1 << 16);
    String heading = escaped(title) + " · " + Vin.masked(vehicle.vin());
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(heading)
        .append("</title><style>body{font:14px sans-serif;margin:24px;max-width:")
        .append(WIDTH + 40)
        .append(
            "px}svg{display:block;margin:6px 0 14px}text{font:11px sans-serif;fill:#555}</style>")
        .append("</head><body><h1>")
        .append(heading)
        .append("</h1>\n");
    List<VehicleSeconds.Second> seconds = vehicle.seconds();
    if (seconds.isEmpty()) {
      return page.append("<p>No second was received in this span.</p></body></html>\n").toString();
    }
    LocalDateTime from = seconds.get(0).at();
    LocalDateTime to = seconds.get(seconds.size() - 1).at();
    page.append(
            "<p>%s – %s, %,d seconds decoded from raw frames. Screening, not a verdict. Gaps: no"
                .formatted(from, to, seconds.size()))
        .append(" valid value.</p>\n");
    PANELS.forEach(p -> panel(page, p, seconds, from, to));
    return page.append("</body></html>\n").toString();
  }

  private static void panel(
      StringBuilder page,
      Panel panel,
      List<VehicleSeconds.Second> seconds,
      LocalDateTime from,
      LocalDateTime to) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (VehicleSeconds.Second s : seconds) {
      for (Signal signal : panel.signals()) {
        BigDecimal v = signal.physical(s.body(), 0);
        if (v != null) {
          least = Math.min(least, v.doubleValue());
          most = Math.max(most, v.doubleValue());
        }
      }
    }
    page.append("<strong>").append(escaped(panel.title())).append("</strong>");
    for (int i = 0; i < panel.signals().length; i++) {
      page.append(
          " <span style=\"color:%s\">■ %s</span>"
              .formatted(COLOURS[i], escaped(panel.signals()[i].title())));
    }
    if (least > most) {
      page.append("<p>no valid value</p>\n");
      return;
    }
    double span = most - least < 1e-9 ? 1 : most - least;
    page.append(
        "<svg width=\"%d\" height=\"%d\" role=\"img\"><rect x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\" fill=\"#f6f7f9\"/>"
            .formatted(WIDTH, HEIGHT + 18, LEFT, WIDTH - LEFT, HEIGHT));
    page.append(
        "<text x=\"0\" y=\"12\">%s</text><text x=\"0\" y=\"%d\">%s</text>"
            .formatted(number(most), HEIGHT, number(least)));
    page.append(
        "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
            .formatted(
                LEFT, HEIGHT + 14, from.toLocalTime(), WIDTH, HEIGHT + 14, to.toLocalTime()));
    long total = Math.max(1, Duration.between(from, to).getSeconds());
    for (int i = 0; i < panel.signals().length; i++) {
      line(page, panel.signals()[i], COLOURS[i], seconds, from, total, least, span);
    }
    page.append("</svg>\n");
  }

  private static void line(
      StringBuilder page,
      Signal signal,
      String colour,
      List<VehicleSeconds.Second> seconds,
      LocalDateTime from,
      long total,
      double least,
      double span) {
    page.append("<path fill=\"none\" stroke=\"%s\" d=\"".formatted(colour));
    long last = Long.MIN_VALUE;
    for (VehicleSeconds.Second s : seconds) {
      BigDecimal v = signal.physical(s.body(), 0);
      if (v == null) {
        continue;
      }
      long at = Duration.between(from, s.at()).getSeconds();
      double x = LEFT + (WIDTH - LEFT) * (double) at / total;
      double y = HEIGHT - (HEIGHT - 4) * (v.doubleValue() - least) / span - 2;
      // A gap breaks the line; a lone value is a dot one unit wide.
      boolean isBroken = last == Long.MIN_VALUE || at - last > 5;
      page.append(String.format(Locale.ROOT, isBroken ? "M%.1f %.1fh0.5" : "L%.1f %.1f", x, y));
      last = at;
    }
    page.append("\"/>");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 10_000 ? "%.1f" : "%.5g", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
