package org.dawen.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Seconds since it was made, by the clock and of CPU time of this process. */
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long start = System.nanoTime();
  private final long cpuStart = SYSTEM.getProcessCpuTime();

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Other work on the machine does not lengthen it. */
  double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpuStart) / 1e9;
  }
}
