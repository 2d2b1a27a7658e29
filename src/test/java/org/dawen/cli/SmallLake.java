package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@link SmallCity} and its lake after one undisturbed night, in {@code target/small-city}: made
 * once for all tests of a process. A test copies what it changes.
 *
 * @param hashes what the tables hold
 */
record SmallLake(SmallCity city, Path folder, Map<String, String> hashes) {
  private static SmallLake made;

  static synchronized SmallLake undisturbed() {
    if (made == null) {
      Path place = Path.of(System.getProperty("dawen.home", "."), "target/small-city");
      Path folder = place.toAbsolutePath().normalize();
      SampleLake.delete(folder);
      try {
        SmallCity city = SmallCity.write(Files.createDirectories(folder));
        Nights nights = new Nights(folder.resolve("lake"), city.landing());
        nights.run();
        made = new SmallLake(city, folder.resolve("lake"), nights.hashes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  /** A lake that a test may change. */
  Path copyTo(Path target) {
    return SampleLake.copy(folder, target);
  }
}
