package org.dawen.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is written does not follow language, digits, calendar, encoding or zone of the machine.
 * {@code formatted} and {@code printf}, which take no locale, write in that of {@code Dawen.main}
 * and of the executors' options; {@code OtherMachinesTest} holds that.
 */
class SameEverywhereTest {
  private final JavaClasses code = MainCode.classes();

  /** As ArchUnit writes them: name of the class, the method, the types of what it takes. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.nio.charset.Charset.defaultCharset()",
          "java.text.NumberFormat.getInstance()",
          "java.text.NumberFormat.getNumberInstance()",
          "java.text.NumberFormat.getPercentInstance()",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.text.Collator.getInstance()",
          "java.util.Calendar.getInstance()",
          "java.util.Locale.getDefault()",
          "java.util.TimeZone.getDefault()",
          "java.time.ZoneId.systemDefault()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.LocalTime.now()",
          "java.time.YearMonth.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.time.format.DateTimeFormatterBuilder.toFormatter()");

  private static String text(String owner, String name, String parameters) {
    return owner + "." + name + "(" + parameters + ")";
  }

  private static Set<String> callsOfTheMachine(JavaClasses code) {
    Set<String> calls = new TreeSet<>();
    code.forEach(
        c ->
            c.getCodeUnitCallsFromSelf().stream()
                .filter(
                    call ->
                        OF_THE_MACHINE.contains(
                            text(
                                call.getTargetOwner().getName(),
                                call.getTarget().getName(),
                                call.getTarget().getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .collect(Collectors.joining(", ")))))
                .forEach(call -> calls.add(call.getDescription())));
    return calls;
  }

  @Test
  void nothingAsksTheMachineHowToWrite() {
    assertThat(callsOfTheMachine(code)).isEmpty();
  }

  @Test
  void whatAsksItIsFound() {
    assertThat(callsOfTheMachine(new ClassFileImporter().importClasses(Careless.class))).hasSize(3);
  }

  /** Writes as the machine does. */
  private static final class Careless {
    private String text(int number) {
      return String.format("%d", number).toUpperCase() + new String(new byte[0]);
    }
  }
}
