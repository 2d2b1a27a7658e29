package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.dawen.lake.ConditionalStore;
import org.dawen.lake.ConditionalStore.Behaviour;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteStoreTest {
  @TempDir private Path folder;

  @Test
  void tellsWhetherThereIsALake() throws IOException {
    Configuration hadoop = ConditionalStore.settings(Behaviour.KEEPS_THE_CONDITION);
    String lake = ConditionalStore.at(folder.resolve("lake"));
    assertThat(RemoteStore.holds(lake, hadoop)).isFalse();
    Files.createDirectory(folder.resolve("lake"));
    assertThat(RemoteStore.holds(lake, hadoop)).isTrue();
  }

  @Test
  void aStoreWithoutItsJarsIsAMatterOfSettings() {
    for (String lake : new String[] {"s3a://city/lake", "nothing://city/lake"}) {
      assertThatThrownBy(() -> RemoteStore.holds(lake, new Configuration()))
          .isInstanceOfSatisfying(
              Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.USAGE))
          .hasMessageContaining("DAWEN_CLASSPATH");
    }
  }

  /** Fails as the path says. */
  public static final class Failing extends RawLocalFileSystem {
    @Override
    public java.net.URI getUri() {
      return java.net.URI.create("failing:///");
    }

    @Override
    public boolean exists(org.apache.hadoop.fs.Path path) throws IOException {
      if (path.getName().equals("forbidden")) {
        throw new AccessDeniedException("403");
      }
      if (path.getName().equals("away")) {
        throw new IOException("connection refused");
      }
      return false;
    }
  }

  @Test
  void aStoreThatRefusesIsUsageAndOneThatIsAwayMayComeBack() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.failing.impl", Failing.class.getName());
    assertThatThrownBy(() -> RemoteStore.holds("failing:///forbidden", hadoop))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.USAGE));
    assertThatThrownBy(() -> RemoteStore.holds("failing:///away", hadoop))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.NOT_READY))
        .hasMessageContaining("connection refused");
  }
}
