package org.dawen.lake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which classes there are not. The compiler of Spark's generated code asks for thousands
 * of names that may be a class, a member or a package, the same ones for each of some hundred
 * pieces of code; each answer "no" would look into every jar of the class path.
 */
final class RememberedMisses extends ClassLoader {
  /** Names come from generated code: a bound, so that a long process does not collect them. */
  private static final int MOST_NAMES = 100_000;

  static {
    registerAsParallelCapable();
  }

  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  RememberedMisses(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new Missing(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException e) {
      if (missing.size() < MOST_NAMES) {
        missing.add(name);
      }
      throw e;
    }
  }

  /** Where it was asked for is of no use: nobody reads it, and collecting it takes time. */
  private static final class Missing extends ClassNotFoundException {
    private static final long serialVersionUID = 1L;

    Missing(String name) {
      super(name);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
