package org.dawen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.intake.LandingIntake;
import org.dawen.run.Planner;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what nightly would do, and why; writes nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Say what nightly would do, and why; write nothing.")
final class PlanCommand implements Callable<Integer> {
  private static final int MOST_FILES = 20;

  @Mixin private LakeOptions options;
  @Mixin private DayOptions days;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenLake open = OpenLake.toPlan(options)) {
      List<String> files =
          new LandingIntake(open.lake(), options.landingRoot(), options.settings(), "plan")
              .describePending();
      List<Planner.Due> due =
          Night.runner(open.lake(), options, Night.newRunId(), new Terminal())
              .plan(new Runner.Wish(days.days(), Set.of(), true));
      if (json) {
        System.out.println(json(files, due));
      } else {
        print(files, due);
      }
    }
    return 0;
  }

  private static void print(List<String> files, List<Planner.Due> due) {
    System.out.printf("%,d files would be taken in%s%n", files.size(), files.isEmpty() ? "." : ":");
    files.stream().limit(MOST_FILES).forEach(f -> System.out.println("  " + f));
    if (files.size() > MOST_FILES) {
      System.out.printf("  … and %,d more%n", files.size() - MOST_FILES);
    }
    if (!files.isEmpty()) {
      System.out.println("Their days make further days due, which only reading them can tell.");
    }
    for (Planner.Due d : due) {
      if (d.isEmpty()) {
        System.out.printf("%s: nothing due%n", d.job().name());
        continue;
      }
      System.out.printf("%s: %,d days due%n", d.job().name(), d.days().size());
      d.reasons()
          .forEach(
              (why, set) -> {
                var within = set.intersect(d.days());
                if (!within.isEmpty()) {
                  System.out.printf("  %s  (%s)%n", within, why.words());
                }
              });
    }
  }

  private static String json(List<String> files, List<Planner.Due> due) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    files.forEach(root.putArray("files")::add);
    ArrayNode jobs = root.putArray("jobs");
    for (Planner.Due d : due) {
      ObjectNode job =
          jobs.addObject().put("name", d.job().name()).put("days", d.days().toString());
      ObjectNode reasons = job.putObject("reasons");
      d.reasons()
          .forEach((why, set) -> reasons.put(why.name(), set.intersect(d.days()).toString()));
    }
    return root.toPrettyString();
  }
}
