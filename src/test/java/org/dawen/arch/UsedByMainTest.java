package org.dawen.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dawen.cli.Dawen;
import org.dawen.lake.Columns;
import org.dawen.lake.Listed;
import org.junit.jupiter.api.Test;

/**
 * Main code that no main code reaches guards nothing: a rule that only tests call is not the rule
 * that judges. Reached is what the commands call, however far down.
 */
class UsedByMainTest {
  private final JavaClasses code = MainCode.classes();

  /** Found by name: configuration names them, or a library looks for them. */
  private static final Set<String> NAMED_ELSEWHERE =
      Set.of(
          "org.dawen.cli.CompletionCommand$Tables",
          "org.dawen.lake.S3LogStore",
          "org.dawen.lake.LocalDisk",
          "org.dawen.lake.LocalDisk$Context",
          "org.dawen.lake.LocalDisk$Raw",
          "org.dawen.lake.LocalDisk$RawContext");

  /** Methods a library calls by name. */
  private static final Set<String> CALLED_BY_NAME =
      Set.of("readResolve", "writeReplace", "readObject", "writeObject", "valueOf", "values");

  /** What tests and fuzzers ask of a reader or a table; no rule rests on it. */
  private static final List<String> OBSERVERS =
      List.of(
          "codec.gb17691.DataUnit.layout(",
          "codec.gb17691.Signal.chinese(",
          "codec.gb17691.Signal.factor(",
          "codec.hj212.Crc16.of(",
          "codec.hj212.Factors.unit(",
          "codec.hj212.Hj212Frame.bytes(",
          "codec.hj212.Hj212Frame.format(",
          "codec.hj212.Hj212Packet.isMissing(",
          "codec.hj212.Hj212Packet.otherFieldCount(",
          "intake.LandingFolder$Walk.unreadable(",
          "pool.EntryKind.isAllocation(",
          "pool.Ledger.books(",
          "publish.DictionaryPage.allTitles(");

  /** Constructors and methods that fill in usual values for tests. */
  private static final List<String> SHORT_FORMS =
      List.of(
          "cli.DoctorReport.look(",
          "cli.Hashes.of(",
          "lake.Lake.<init>(",
          "lake.Lake.append(java.lang.Class, org.dawen.lake.DaySet, java.util.List,"
              + " java.lang.String)",
          "run.Runner$Wish.everythingDue(",
          "run.Settings.of(",
          "sample.SampleCity.<init>(");

  /** The contract of a job is whole, whether or not a job of today uses all of it. */
  private static final List<String> CONTRACT = List.of("run.Reach");

  @Test
  void everythingInMainIsReachedFromTheCommands() {
    Set<JavaMember> reached = reached();
    Set<String> unused = new TreeSet<>();
    for (JavaClass c : code) {
      for (JavaCodeUnit unit : c.getCodeUnits()) {
        if (!reached.contains(unit) && isExpectedToBeCalled(unit)) {
          unused.add(unit.getFullName());
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  /** Constructors that forbid instances, accessors of records and what compilers write are not. */
  private boolean isExpectedToBeCalled(JavaCodeUnit unit) {
    return !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !unit.getModifiers().contains(JavaModifier.BRIDGE)
        && !CALLED_BY_NAME.contains(unit.getName())
        && !unit.getName().equals("<clinit>")
        && !(unit instanceof JavaConstructor && unit.getModifiers().contains(JavaModifier.PRIVATE))
        && !isAccessor(unit)
        && Stream.of(OBSERVERS, SHORT_FORMS, CONTRACT)
            .flatMap(List::stream)
            .noneMatch(known -> unit.getFullName().startsWith("org.dawen." + known));
  }

  private boolean isAccessor(JavaCodeUnit unit) {
    return unit.getOwner().isRecord()
        && unit.getRawParameterTypes().isEmpty()
        && unit.getOwner().tryGetField(unit.getName()).isPresent();
  }

  private Set<JavaMember> reached() {
    Map<JavaMethod, List<JavaMethod>> overriders = overriders();
    Set<JavaMember> reached = new HashSet<>();
    Set<JavaClass> loaded = new HashSet<>();
    Deque<JavaMember> open = new ArrayDeque<>();
    open.add(code.get(Dawen.class).getMethod("main", String[].class));
    for (JavaClass c : code) {
      if (NAMED_ELSEWHERE.contains(c.getName()) || isMadeByTheCommandLine(c)) {
        load(c, loaded, open);
        open.addAll(c.getConstructors());
      }
    }
    while (!open.isEmpty()) {
      JavaMember member = open.pop();
      if (!reached.add(member)) {
        continue;
      }
      load(member.getOwner(), loaded, open);
      if (member instanceof JavaMethod method) {
        open.addAll(overriders.getOrDefault(method, List.of()));
      }
      if (member instanceof JavaCodeUnit unit) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          resolved(access).forEach(open::add);
        }
        unit.getReferencedClassObjects()
            .forEach(
                r -> {
                  load(r.getRawType(), loaded, open);
                  makeOfRows(r.getRawType(), loaded, open);
                });
      }
    }
    return reached;
  }

  /** A record whose class is named is made of rows, with the records and the lists it names. */
  private void makeOfRows(JavaClass c, Set<JavaClass> loaded, Deque<JavaMember> open) {
    if (!code.contain(c.getName()) || !c.isRecord()) {
      return;
    }
    for (RecordComponent component : c.reflect().getRecordComponents()) {
      Listed listed = component.getAnnotation(Listed.class);
      Columns columns = component.getAnnotation(Columns.class);
      Stream.of(listed == null ? null : listed.by(), columns == null ? null : columns.value())
          .filter(Objects::nonNull)
          .map(code::get)
          .forEach(
              list -> {
                load(list, loaded, open);
                open.addAll(list.getConstructors());
              });
      if (component.getType().isEnum()) {
        load(code.get(component.getType()), loaded, open);
      }
      if (component.getType().isRecord()) {
        makeOfRows(code.get(component.getType()), loaded, open);
      }
      if (component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> of
          && of.isRecord()) {
        makeOfRows(code.get(of), loaded, open);
      }
    }
    open.add(
        c.getConstructor(
            Stream.of(c.reflect().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new)));
    // Asked for by name when the record becomes a table.
    c.getMethods().stream().filter(m -> m.getName().equals("constraints")).forEach(open::add);
  }

  private boolean isMadeByTheCommandLine(JavaClass c) {
    return c.isAnnotatedWith("picocli.CommandLine$Command")
        || c.isAssignableTo("picocli.CommandLine$IVersionProvider");
  }

  /** A class whose code runs: its initialiser, and what others than ours call on its objects. */
  private void load(JavaClass c, Set<JavaClass> loaded, Deque<JavaMember> open) {
    if (!code.contain(c.getName()) || !loaded.add(c)) {
      return;
    }
    c.getStaticInitializer().ifPresent(open::add);
    c.getMethods().stream()
        .filter(m -> !m.getAnnotations().isEmpty() || overridesAStranger(m))
        .forEach(open::add);
    // A mixin is made by the library that reads its annotations.
    if (c.getFields().stream().anyMatch(f -> f.isAnnotatedWith("picocli.CommandLine$Option"))) {
      open.addAll(c.getConstructors());
    }
    c.getRawSuperclass().ifPresent(s -> load(s, loaded, open));
    c.getRawInterfaces().forEach(i -> load(i, loaded, open));
  }

  private boolean overridesAStranger(JavaMethod m) {
    if (m.getModifiers().contains(JavaModifier.STATIC)) {
      return false;
    }
    List<JavaClass> above = new ArrayList<>(m.getOwner().getAllRawInterfaces());
    above.addAll(m.getOwner().getAllRawSuperclasses());
    return above.stream()
        .filter(c -> !code.contain(c.getName()))
        .flatMap(c -> c.getMethods().stream())
        .anyMatch(
            o ->
                o.getName().equals(m.getName())
                    && o.getRawParameterTypes().size() == m.getRawParameterTypes().size());
  }

  /** Of each method those that override it: a call of one may run any of them. */
  private Map<JavaMethod, List<JavaMethod>> overriders() {
    Map<JavaMethod, List<JavaMethod>> overriders = new HashMap<>();
    for (JavaClass c : code) {
      List<JavaClass> above = new ArrayList<>(c.getAllRawInterfaces());
      above.addAll(c.getAllRawSuperclasses());
      for (JavaMethod m : c.getMethods()) {
        for (JavaClass s : above) {
          if (code.contain(s.getName())) {
            s.getMethods().stream()
                .filter(o -> o.getName().equals(m.getName()))
                .filter(o -> o.getRawParameterTypes().size() == m.getRawParameterTypes().size())
                .forEach(o -> overriders.computeIfAbsent(o, k -> new ArrayList<>()).add(m));
          }
        }
      }
    }
    return overriders;
  }

  /** The members an access means; a method may be declared above the class it is called on. */
  private List<JavaMember> resolved(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (!code.contain(owner.getName())) {
      return List.of();
    }
    Object member = access.getTarget().resolveMember().orElse(null);
    return member instanceof JavaField || member instanceof JavaCodeUnit
        ? List.of((JavaMember) member)
        : List.of();
  }
}
