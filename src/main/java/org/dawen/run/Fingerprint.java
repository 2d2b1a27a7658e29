package org.dawen.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/**
 * A short hash of what may change a job's rows although its input did not: the classes it uses, the
 * standards it judges by, its effective settings.
 */
public final class Fingerprint {
  private Fingerprint() {}

  static String of(Job job, Settings settings) {
    JobSpec spec = job.spec();
    return of(
        List.of(job.pass().getClass()),
        spec.standards().stream().map(s -> "standards/" + s).toList(),
        settings.describe(spec.settings()));
  }

  /**
   * The first 16 hex digits of the SHA-256 over classes with all they use, resource files and a
   * text.
   */
  public static String of(Collection<Class<?>> code, Collection<String> resources, String text) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(CodeUsed.hash(code));
    // Where Spark starts the program, its resources are not those of the libraries' class loader.
    ClassLoader own = Fingerprint.class.getClassLoader();
    for (String resource : resources) {
      byte[] content = Uncheck.get(() -> IOUtils.resourceToByteArray(resource, own));
      digest.update(content);
    }
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
