package org.dawen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the tasks of a night cost, by the event log that Spark wrote.
 *
 * @param byJob by name of the job, as in {@code intake obd} or {@code diesel.vehicle_minute}; empty
 *     for reading the landing files, before it is known whose rows they are
 */
record TaskCosts(Map<String, Cost> byJob) {
  /** The tasks that read landing files. */
  static final String READING = "";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Of one job.
   *
   * @param cpuSeconds of all tasks
   * @param shuffledBytes written for tasks of the next stage
   */
  record Cost(int tasks, double cpuSeconds, long shuffledBytes) {
    static final Cost NONE = new Cost(0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(
          tasks + other.tasks, cpuSeconds + other.cpuSeconds, shuffledBytes + other.shuffledBytes);
    }
  }

  Cost of(String job) {
    return byJob.getOrDefault(job, Cost.NONE);
  }

  Cost all() {
    return byJob.values().stream().reduce(Cost.NONE, Cost::plus);
  }

  /** Reads all event logs of a folder. */
  static TaskCosts read(Path folder) throws IOException {
    Map<String, Cost> costs = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("events_")).sorted().toList()) {
        add(file, costs);
      }
    }
    return new TaskCosts(costs);
  }

  private static void add(Path file, Map<String, Cost> costs) throws IOException {
    Map<Integer, String> jobOfStage = new HashMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(
          line -> {
            JsonNode event = read(line);
            switch (event.path("Event").asText()) {
              case "SparkListenerJobStart" ->
                  event
                      .path("Stage IDs")
                      .forEach(s -> jobOfStage.putIfAbsent(s.asInt(), job(event)));
              case "SparkListenerTaskEnd" ->
                  costs.merge(
                      jobOfStage.get(event.path("Stage ID").asInt()),
                      cost(event.path("Task Metrics")),
                      Cost::plus);
              default -> {}
            }
          });
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String job(JsonNode started) {
    JsonNode properties = started.path("Properties");
    String job = properties.path("spark.job.description").asText("");
    return properties.path("spark.jobGroup.id").asText("").equals("intake") ? "intake " + job : job;
  }

  private static Cost cost(JsonNode metrics) {
    return new Cost(
        1,
        metrics.path("Executor CPU Time").asLong() / 1e9,
        metrics.path("Shuffle Write Metrics").path("Shuffle Bytes Written").asLong());
  }
}
