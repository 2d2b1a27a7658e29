package org.dawen.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** The text is one of a closed list that data gives; one that code gives is an enum. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Listed {
  /** Gives the list; has a constructor without parameters. */
  Class<? extends Supplier<List<String>>> value();
}
