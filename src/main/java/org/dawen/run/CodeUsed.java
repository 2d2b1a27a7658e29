package org.dawen.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The classes of Dawen that a class uses, directly or through others, each with a hash of what it
 * says: instructions, constants, members, annotations. Lines and names of local variables are left
 * out, so that a comment changes nothing (docs/decisions/0076).
 *
 * <p>Rooms that compute no rows of their own end the search: the runner, which brings rows to a
 * rule; the lake, which stores them; the command line. So does the JDK and every library.
 */
final class CodeUsed {
  private static final Pattern NAME = Pattern.compile("org/dawen/[\\w/$]+");
  private static final Pattern MACHINERY = Pattern.compile("org/dawen/(run|lake|cli)/.*");

  private record Name(ClassLoader loader, String path) {}

  /**
   * A class file.
   *
   * @param uses the names it mentions, whether there is such a class or not
   */
  private record Code(byte[] hash, Set<String> uses) {}

  private static final Code NONE = new Code(new byte[0], Set.of());
  private static final Map<Name, Code> READ = new ConcurrentHashMap<>();

  private CodeUsed() {}

  /** A hash of classes and of all they use. */
  static byte[] hash(Collection<Class<?>> roots) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    of(roots)
        .forEach(
            (name, hash) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(hash);
            });
    return digest.digest();
  }

  /** The classes and all they use, by name, each with its hash. */
  static Map<String, byte[]> of(Collection<Class<?>> roots) {
    Map<String, byte[]> found = new TreeMap<>();
    for (Class<?> root : roots) {
      Set<String> next = Set.of(root.getName().replace('.', '/'));
      while (!next.isEmpty()) {
        Map<String, Code> read = read(root.getClassLoader(), next);
        read.forEach((path, code) -> found.put(path, code.hash()));
        next =
            read.values().stream()
                .flatMap(code -> code.uses().stream())
                .filter(path -> !found.containsKey(path))
                .filter(path -> !MACHINERY.matcher(path).matches())
                .collect(Collectors.toSet());
      }
    }
    return found;
  }

  /** Those of the paths that are classes; a night waits for this, so all cores help. */
  private static Map<String, Code> read(ClassLoader loader, Set<String> paths) {
    Map<String, Code> read = new ConcurrentHashMap<>();
    paths.parallelStream()
        .forEach(
            path ->
                read.put(path, READ.computeIfAbsent(new Name(loader, path), CodeUsed::readOrNone)));
    read.values().removeIf(code -> code == NONE);
    return read;
  }

  private static Code readOrNone(Name name) {
    try (InputStream in = name.loader().getResourceAsStream(name.path() + ".class")) {
      return in == null ? NONE : read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the code of " + name.path(), e);
    }
  }

  /** Written again, the constants are stored in the order of use. */
  private static Code read(byte[] classFile) {
    ClassWriter plain = new ClassWriter(0);
    new ClassReader(classFile).accept(plain, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    byte[] bytes = plain.toByteArray();
    Set<String> uses = new TreeSet<>();
    Matcher names = NAME.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (names.find()) {
      uses.add(names.group());
    }
    return new Code(DigestUtils.sha256(bytes), uses);
  }
}
