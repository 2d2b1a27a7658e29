package org.dawen.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value tells about the run that wrote the row, not about the data: it is left out of the
 * content hash, because the same inputs may give another value on another night.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface AboutTheRun {}
