package org.dawen.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** The text is one of a closed list; one whose words rules tell apart is an enum. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Listed {
  /** The list, unless data gives it. */
  String[] value() default {};

  /** Gives the list; has a constructor without parameters. */
  Class<? extends Supplier<List<String>>> by() default None.class;

  /** No list. */
  final class None implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of();
    }
  }
}
