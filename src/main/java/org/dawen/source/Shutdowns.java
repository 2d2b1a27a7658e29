package org.dawen.source;

import java.util.Set;

/** Hours in which an outlet stands still (停运): nothing is due. */
final class Shutdowns {
  /** Kinds of marks under which nothing is due; 停运 of the national interface. */
  private static final Set<String> MARKS =
      Set.of("shutdown", "long_shutdown", "停运", "停产", "停炉", "长期停产");

  /** Stopped, HJ 212-2017 table 8. */
  private static final String STOPPED = "F";

  private Shutdowns() {}

  /** By what was received of an hour. */
  static boolean isShutDown(String dataFlag, String markKind) {
    return STOPPED.equals(dataFlag) || isShutdown(markKind);
  }

  /** Whether marks of this kind say so. */
  static boolean isShutdown(String markKind) {
    return markKind != null && MARKS.contains(markKind);
  }
}
