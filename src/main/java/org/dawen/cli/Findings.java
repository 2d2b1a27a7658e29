package org.dawen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dawen.intake.Codes;

/**
 * A report in sections: each says what was looked for, how many offenders there are, at most twenty
 * of them, and what to do. What cannot be seen in an offender is written out.
 */
final class Findings {
  private static final int MOST_SHOWN = 20;

  private record Section(
      String name, String question, long count, List<String> offenders, String remedy) {}

  private final List<Section> sections = new ArrayList<>();
  private String subject;

  /** Says first what was looked at. */
  void about(String whatIsChecked) {
    subject = whatIsChecked;
  }

  /**
   * Adds a section.
   *
   * @param name code of the check
   * @param question what was looked for
   * @param count all offenders
   * @param offenders some of them, as sentences
   * @param remedy what to do about them
   */
  void add(String name, String question, long count, List<String> offenders, String remedy) {
    sections.add(
        new Section(
            name,
            question,
            count,
            offenders.stream().limit(MOST_SHOWN).map(Codes::writtenOut).toList(),
            remedy));
  }

  void add(String name, String question, List<String> offenders, String remedy) {
    add(name, question, offenders.size(), offenders, remedy);
  }

  /** All offenders are counted; no more are kept than are shown. */
  void add(String name, String question, Iterator<String> offenders, String remedy) {
    List<String> shown = new ArrayList<>();
    long count = 0;
    for (; offenders.hasNext(); count++) {
      String offender = offenders.next();
      if (count < MOST_SHOWN) {
        shown.add(offender);
      }
    }
    add(name, question, count, shown, remedy);
  }

  boolean isClean() {
    return sections.stream().allMatch(s -> s.count() == 0);
  }

  /** On standard output, for people or as JSON. */
  void print(boolean asJson) {
    if (asJson) {
      System.out.println(json());
    } else {
      print(System.out);
    }
  }

  void print(PrintStream out) {
    if (subject != null) {
      out.println("Checks " + subject);
    }
    for (Section s : sections) {
      if (s.count() == 0) {
        out.printf("ok    %s%n", s.question());
        continue;
      }
      out.printf("%,5d %s%n", s.count(), s.question());
      s.offenders().forEach(o -> out.println("        " + o));
      if (s.count() > s.offenders().size()) {
        out.printf("        … %,d in all%n", s.count());
      }
      out.println("      -> " + s.remedy());
    }
  }

  String json() {
    ArrayNode all = new ObjectMapper().createArrayNode();
    if (subject != null) {
      all.addObject()
          .put("check", "checked")
          .put("looks_for", subject)
          .put("count", 0)
          .put("remedy", "")
          .putArray("offenders");
    }
    for (Section s : sections) {
      ObjectNode node =
          all.addObject()
              .put("check", s.name())
              .put("looks_for", s.question())
              .put("count", s.count());
      s.offenders().forEach(node.putArray("offenders")::add);
      node.put("remedy", s.remedy());
    }
    return all.toPrettyString();
  }
}
