package org.dawen.publish;

import java.util.List;

/**
 * Where a name fits into a shape: of a grid of points the one inside that is farthest from every
 * border, where far to the side counts half, since names are wide.
 */
final class SiteLabel {
  private static final int STEPS = 32;
  private static final double SIDEWAYS = 0.5;

  private SiteLabel() {}

  /** The point, x and y; (0, 0) of a shape without points. */
  static List<Integer> of(List<double[][]> rings) {
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double north = Double.MAX_VALUE;
    double south = -Double.MAX_VALUE;
    for (double[][] ring : rings) {
      for (double[] p : ring) {
        west = Math.min(west, p[0]);
        east = Math.max(east, p[0]);
        north = Math.min(north, p[1]);
        south = Math.max(south, p[1]);
      }
    }
    double most = -1;
    double[] best = {0, 0};
    for (int i = 1; i < STEPS && west <= east; i++) {
      for (int k = 1; k < STEPS; k++) {
        double x = west + (east - west) * i / STEPS;
        double y = north + (south - north) * k / STEPS;
        double room = room(rings, x, y);
        if (room > most) {
          most = room;
          best = new double[] {x, y};
        }
      }
    }
    return List.of((int) Math.round(best[0]), (int) Math.round(best[1]));
  }

  /** Square of the distance to the nearest border; −1 outside. */
  private static double room(List<double[][]> rings, double x, double y) {
    boolean isInside = false;
    double nearest = Double.MAX_VALUE;
    for (double[][] ring : rings) {
      for (int i = 0; i < ring.length; i++) {
        double[] a = ring[i];
        double[] b = ring[(i + 1) % ring.length];
        if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
          isInside = !isInside;
        }
        nearest = Math.min(nearest, distance(a, b, x, y));
      }
    }
    return isInside ? nearest : -1;
  }

  private static double distance(double[] a, double[] b, double x, double y) {
    double dx = (b[0] - a[0]) * SIDEWAYS;
    double dy = b[1] - a[1];
    double px = (x - a[0]) * SIDEWAYS;
    double py = y - a[1];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    double ox = px - along * dx;
    double oy = py - along * dy;
    return ox * ox + oy * oy;
  }
}
