package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {
  private static final Intents.Intent A = intent("air/a.csv", "2024-03-01");
  private static final Intents.Intent B = intent("air/b.csv", "2024-03-02..2024-03-04");

  @TempDir private Path folder;

  private static Intents.Intent intent(String path, String days) {
    return new Intents.Intent(path, "air", "cafe", 7, "", DaySet.parse(days));
  }

  private Lake lake(Runnable beforeChange) {
    return new Lake(SharedSession.spark(), folder.toString(), beforeChange);
  }

  private Intents nextRun() {
    return new Intents(lake(() -> {}), "next");
  }

  @Test
  void whatAKilledRunNotedIsLeftWithItsDays() {
    new Intents(lake(() -> {}), "one").write(List.of(A, B));
    assertThat(nextRun().left()).containsOnlyKeys("air/a.csv", "air/b.csv").containsValue(B);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"file_id\":", ""})
  void aDamagedNoteIsASentenceWithTheCommandThatHeals(String content) throws IOException {
    new Intents(lake(() -> {}), "one").write(List.of(A, B));
    Files.writeString(folder.resolve(".notes/intents/one"), content);
    assertThatThrownBy(() -> nextRun().left())
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll(".notes/intents/one", "./dawen doctor --rebuild", "received.air");
  }

  @Test
  void nothingIsLeftOfARunThatClosed() {
    Intents run = new Intents(lake(() -> {}), "one");
    run.write(List.of(A, B));
    run.keepOnly(List.of());
    assertThat(nextRun().left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFileThatStaysOpenIsNeverForgottenWhereverTheRunIsKilled(int changesAllowed) {
    new Intents(lake(() -> {}), "one").write(List.of(A, B));
    int[] left = {changesAllowed};
    Intents killed =
        new Intents(
            lake(
                () -> {
                  if (left[0]-- <= 0) {
                    throw new IllegalStateException("killed");
                  }
                }),
            "one");
    if (changesAllowed < 2) {
      assertThatThrownBy(() -> killed.keepOnly(List.of(B))).hasMessage("killed");
    } else {
      killed.keepOnly(List.of(B));
      assertThat(nextRun().left()).containsOnlyKeys("air/b.csv");
    }
    assertThat(nextRun().left()).containsEntry("air/b.csv", B);
  }
}
