package org.dawen.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Hides names of persons besides what {@link Mask} knows by its form. */
final class CaseMask {
  /** Of the device, in packets: HJ 212-2017 6.3.1. */
  private static final Pattern PASSWORD = Pattern.compile("\\bPW=[^;&\\s]+");

  private final List<String> persons;

  CaseMask(List<String> persons) {
    this.persons = new ArrayList<>(persons);
    this.persons.sort(
        Comparator.comparingInt(String::length)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
  }

  String text(String text) {
    if (text == null) {
      return null;
    }
    String masked = text;
    for (String person : persons) {
      masked = masked.replace(person, Mask.owner(person));
    }
    return PASSWORD.matcher(Mask.text(masked)).replaceAll("PW=******");
  }
}
