package org.dawen.air;

import java.util.List;
import java.util.function.Supplier;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AqiClass;

/** The names of the classes of the index in all rule sets. */
final class AirClasses implements Supplier<List<String>> {
  @Override
  public List<String> get() {
    return AirRuleSet.all().stream()
        .flatMap(rules -> rules.classes().stream())
        .map(AqiClass::name)
        .distinct()
        .toList();
  }
}
