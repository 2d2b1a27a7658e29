package org.dawen.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;

/** Everything compiled of {@code src/main}: imported once, given up when the heap is short. */
final class MainCode {
  private static SoftReference<JavaClasses> imported = new SoftReference<>(null);

  private MainCode() {}

  static synchronized JavaClasses classes() {
    JavaClasses classes = imported.get();
    if (classes == null) {
      classes =
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("org.dawen");
      imported = new SoftReference<>(classes);
    }
    return classes;
  }
}
