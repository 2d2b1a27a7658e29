package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;

/** The sections of the registry by day. */
final class SectionRegister {
  private final Map<String, List<WaterSection>> sections = new HashMap<>();
  private final List<County> counties;

  SectionRegister(List<WaterSection> sections, List<County> counties) {
    for (WaterSection section : sections) {
      this.sections.computeIfAbsent(section.sectionCode(), c -> new ArrayList<>()).add(section);
    }
    this.counties = counties;
  }

  /** Null: the registry does not have it that day. */
  WaterSection on(String sectionCode, LocalDate day) {
    return sections.getOrDefault(sectionCode, List.of()).stream()
        .filter(s -> s.period().holdsOn(day))
        .findFirst()
        .orElse(null);
  }

  /** Null: nobody knows. */
  BodyKind bodyKind(String sectionCode, LocalDate day) {
    WaterSection section = on(sectionCode, day);
    return section == null || section.bodyKind() == null
        ? null
        : BodyKind.ofWord(section.bodyKind());
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
        : WaterClass.ofLabel(section.targetClass());
  }
}
