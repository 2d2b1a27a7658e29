package org.dawen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dawen.intake.Codes;
import org.dawen.lake.Language;
import org.dawen.lake.Message;

/**
 * A report in sections: each says what was looked for, how many offenders there are, at most twenty
 * of them, and what to do. What cannot be seen in an offender is written out.
 */
final class Findings {
  private static final int MOST_SHOWN = 20;

  private record Section(
      String name, Message question, long count, List<?> offenders, Message remedy) {}

  private final List<Section> sections = new ArrayList<>();
  private Message subject;

  /** Says first what was looked at. */
  void about(Message whatIsChecked) {
    subject = whatIsChecked;
  }

  /**
   * Adds a section.
   *
   * @param name code of the check
   * @param question what was looked for
   * @param count all offenders
   * @param offenders some of them: messages, or sentences in English
   * @param remedy what to do about them
   */
  private void add(String name, Message question, long count, List<?> offenders, Message remedy) {
    sections.add(
        new Section(name, question, count, offenders.stream().limit(MOST_SHOWN).toList(), remedy));
  }

  void add(String name, Message question, List<?> offenders, Message remedy) {
    add(name, question, offenders.size(), offenders, remedy);
  }

  /** All offenders are counted; no more are kept than are shown. */
  void add(String name, Message question, Iterator<?> offenders, Message remedy) {
    List<Object> shown = new ArrayList<>();
    long count = 0;
    for (; offenders.hasNext(); count++) {
      Object offender = offenders.next();
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
      out.println(Message.of("check.subject", subject).text());
    }
    for (Section s : sections) {
      if (s.count() == 0) {
        out.println(Message.of("check.ok", s.question()).text());
        continue;
      }
      out.printf("%,5d %s%n", s.count(), s.question().text());
      s.offenders().forEach(o -> out.println("        " + Codes.writtenOut(text(o))));
      if (s.count() > s.offenders().size()) {
        out.println("        " + Message.of("check.in-all", s.count()).text());
      }
      out.println("      -> " + s.remedy().text());
    }
  }

  private static String text(Object offender) {
    return offender instanceof Message message
        ? message.text()
        : Language.current() == Language.EN
            ? offender.toString()
            : Message.recognised(offender.toString()).text();
  }

  String json() {
    ArrayNode all = new ObjectMapper().createArrayNode();
    if (subject != null) {
      all.addObject()
          .put("check", "checked")
          .put("looks_for", subject.toString())
          .put("count", 0)
          .put("remedy", "")
          .putArray("offenders");
    }
    for (Section s : sections) {
      ObjectNode node =
          all.addObject()
              .put("check", s.name())
              .put("looks_for", s.question().toString())
              .put("count", s.count());
      ArrayNode offenders = node.putArray("offenders");
      s.offenders().forEach(o -> offenders.add(Codes.writtenOut(o.toString())));
      node.put("remedy", s.remedy().toString());
    }
    return all.toPrettyString();
  }
}
