package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;

/** The sections of the registry by day. */
final class SectionRegister {
  private final Map<String, List<WaterSection>> sections = new HashMap<>();
  private final List<County> counties;

  private final Map<String, List<WaterSection>> byDevice = new HashMap<>();
  private final Map<String, List<WaterSection>> byPublishedName = new HashMap<>();

  SectionRegister(List<WaterSection> sections, List<County> counties) {
    for (WaterSection section : sections) {
      add(this.sections, section.sectionCode(), section);
      add(byPublishedName, section.publishedName(), section);
      add(byDevice, section.mn() == null ? null : inCapitals(section.mn()), section);
    }
    this.counties = counties;
  }

  private static void add(
      Map<String, List<WaterSection>> sections, String name, WaterSection section) {
    if (name != null) {
      sections.computeIfAbsent(name, n -> new ArrayList<>(1)).add(section);
    }
  }

  private static String inCapitals(String mn) {
    return mn.toUpperCase(Locale.ROOT);
  }

  /** Null: the registry does not have it that day. */
  WaterSection on(String sectionCode, LocalDate day) {
    return first(sections.getOrDefault(sectionCode, List.of()), day);
  }

  private static WaterSection first(List<WaterSection> sections, LocalDate day) {
    for (WaterSection section : sections) {
      if (section.period().holdsOn(day)) {
        return section;
      }
    }
    return null;
  }

  /**
   * The code of the section that a file names by code, by province and published name, or a packet
   * by its device; what the registry does not have that day is named by what was sent.
   *
   * @param cityName tells sections of one name apart that the registry has with their city, {@code
   *     省/市/断面}; null: not sent
   */
  String codeOf(String sent, String cityName, LocalDate day) {
    WaterSection found = on(sent, day);
    if (found == null && cityName != null) {
      found =
          published(sent.replaceFirst("/", "/" + Matcher.quoteReplacement(cityName) + "/"), day);
    }
    found = found == null ? published(sent, day) : found;
    found = found == null ? first(byDevice.getOrDefault(inCapitals(sent), List.of()), day) : found;
    return found == null ? sent : found.sectionCode();
  }

  /**
   * What may stand for a section in {@link #codeOf}, in capitals: its code, its devices, its
   * published names with and without their city.
   */
  Set<String> namesOf(String sectionCode) {
    Set<String> names = new TreeSet<>();
    names.add(inCapitals(sectionCode));
    for (WaterSection section : sections.getOrDefault(sectionCode, List.of())) {
      if (section.mn() != null) {
        names.add(inCapitals(section.mn()));
      }
      if (section.publishedName() != null) {
        names.add(inCapitals(section.publishedName()));
        names.add(inCapitals(section.publishedName().replaceFirst("/[^/]*/", "/")));
      }
    }
    return names;
  }

  private WaterSection published(String name, LocalDate day) {
    return first(byPublishedName.getOrDefault(name, List.of()), day);
  }

  /** Null: nobody knows. */
  BodyKind bodyKind(String sectionCode, LocalDate day) {
    WaterSection section = on(sectionCode, day);
    return section == null || section.bodyKind() == null
        ? null
        : BodyKind.ofWord(section.bodyKind().toString());
  }

  /** The city of a section: its own, else that of its county; null: not known. */
  String cityCode(WaterSection section, LocalDate day) {
    if (section.cityCode() != null || section.countyCode() == null) {
      return section.cityCode();
    }
    return counties.stream()
        .filter(c -> c.countyCode().equals(section.countyCode()) && c.period().holdsOn(day))
        .map(County::cityCode)
        .findFirst()
        .orElse(null);
  }

  /** The class a section has to reach; null: none. */
  static WaterClass target(WaterSection section) {
    return section == null || section.targetClass() == null
        ? null
        : WaterClass.ofLabel(section.targetClass().toString());
  }
}
