package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dawen.lake.ConditionalStore;
import org.dawen.lake.ConditionalStore.Behaviour;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLeaseTest {
  private static final Configuration HADOOP = new Configuration();
  private static final Duration WATCH = Duration.ofMillis(300);

  @TempDir private Path lake;

  private LakeLease take() {
    return LakeLease.take(lake.toString(), HADOOP, Progress.SILENT, WATCH);
  }

  private Path newest() throws IOException {
    try (Stream<Path> files = Files.list(lake.resolve(".lease"))) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\d+"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  @Test
  void theSecondIsToldWhoHoldsIt() {
    try (LakeLease held = take()) {
      assertThatThrownBy(this::take)
          .isInstanceOfSatisfying(
              Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.LOCKED))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      held.require();
    }
    take().close();
  }

  /** As of a process of another machine, which cannot be asked whether it lives. */
  private void writtenElsewhere(int renewals) throws IOException {
    String[] said = Files.readString(newest()).split("\n");
    said[1] = "another machine";
    said[4] = String.valueOf(renewals);
    Files.writeString(newest(), String.join("\n", said) + "\n");
  }

  @Test
  void aLeaseThatStandsStillIsTakenOverAndItsHolderCommitsNothingMore() throws IOException {
    LakeLease paused = take();
    writtenElsewhere(7);
    try (LakeLease taken = take()) {
      taken.require();
      assertThatThrownBy(paused::require)
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("taken over");
    }
    // Given back and taken anew: the number of the paused one does not come again.
    try (LakeLease third = take()) {
      third.require();
      assertThatThrownBy(paused::require).isInstanceOf(Trouble.class);
    }
  }

  @Test
  void aLeaseThatIsRenewedElsewhereIsRespected() throws Exception {
    LakeLease far = take();
    writtenElsewhere(0);
    ExecutorService renewing = Executors.newSingleThreadExecutor();
    renewing.submit(
        () -> {
          for (int i = 1; i < 40; i++) {
            writtenElsewhere(i);
            Thread.sleep(20);
          }
          return null;
        });
    assertThatThrownBy(this::take).isInstanceOf(Trouble.class);
    renewing.shutdown();
    assertThat(renewing.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    far.close();
  }

  @Test
  void aDeadProcessOfThisMachineHoldsNothing() throws Exception {
    take().close();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    try (LakeLease held = take()) {
      String[] said = Files.readString(newest()).split("\n");
      said[2] = String.valueOf(dead.pid());
      Files.writeString(newest(), String.join("\n", said) + "\n");
      long start = System.nanoTime();
      LakeLease.take(lake.toString(), HADOOP, Progress.SILENT, Duration.ofMinutes(5)).close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  private LakeLease takeOnStore(Behaviour behaviour, Progress progress) {
    return LakeLease.take(
        ConditionalStore.at(lake), ConditionalStore.settings(behaviour), progress, WATCH);
  }

  /** Keeps the warnings. */
  private static final class Told implements Progress {
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void step(Message text) {}

    @Override
    public void warn(Message text) {
      warnings.add(text.toString());
    }
  }

  @Test
  void aStoreThatIgnoresTheConditionIsNamedAsOne() {
    Told told = new Told();
    try (LakeLease held = takeOnStore(Behaviour.IGNORES_THE_CONDITION, told)) {
      assertThat(told.warnings).singleElement().asString().contains("no conditional writes");
      held.require();
      assertThatThrownBy(() -> takeOnStore(Behaviour.IGNORES_THE_CONDITION, told))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    told.warnings.clear();
    takeOnStore(Behaviour.KEEPS_THE_CONDITION, told).close();
    takeOnStore(Behaviour.LOSES_ITS_ANSWER, told).close();
    assertThat(told.warnings).isEmpty();
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    assertOneGetsIt(this::take);
  }

  @Test
  void ofManyAtOnceOneGetsItOnAStore() throws Exception {
    assertOneGetsIt(() -> takeOnStore(Behaviour.KEEPS_THE_CONDITION, Progress.SILENT));
  }

  private static void assertOneGetsIt(Supplier<LakeLease> taking) throws Exception {
    int many = 16;
    CountDownLatch together = new CountDownLatch(many);
    ConcurrentLinkedQueue<LakeLease> taken = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(many);
    for (int i = 0; i < many; i++) {
      threads.submit(
          () -> {
            together.countDown();
            together.await();
            taken.add(taking.get());
            return null;
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(List.copyOf(taken)).hasSize(1);
    taken.forEach(LakeLease::close);
  }
}
