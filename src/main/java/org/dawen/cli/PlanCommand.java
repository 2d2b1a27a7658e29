package org.dawen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Message;
import org.dawen.run.Planner;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what nightly would do, and why; writes nothing. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final int MOST_FILES = 20;

  @Mixin private LakeOptions options;
  @Mixin private DayOptions days;

  @Option(names = "--json")
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
    System.out.println(
        Message.of(files.isEmpty() ? "plan.no-files" : "plan.files", files.size()).text());
    files.stream()
        .limit(MOST_FILES)
        .forEach(f -> System.out.println("  " + Message.recognised(f).text()));
    if (files.size() > MOST_FILES) {
      System.out.println("  " + Message.of("plan.more", files.size() - MOST_FILES).text());
    }
    if (!files.isEmpty()) {
      System.out.println(Message.of("plan.further").text());
    }
    for (Planner.Due d : due) {
      if (d.isEmpty()) {
        System.out.println(Message.of("plan.nothing-due", d.job().name()).text());
        continue;
      }
      System.out.println(Message.of("plan.days-due", d.job().name(), d.days().size()).text());
      d.reasons()
          .forEach(
              (why, set) -> {
                var within = set.intersect(d.days());
                if (!within.isEmpty()) {
                  System.out.println(Message.of("plan.reason", within, why.message()).text());
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
