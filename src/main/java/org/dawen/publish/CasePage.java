package org.dawen.publish;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of an evidence file, Chinese first, without scripts. */
final class CasePage {
  private CasePage() {}

  static String of(CaseFile file) {
    StringBuilder out = new StringBuilder(50_000);
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'\">\n<title>")
        .append(Html.escaped("证据卷 " + file.table() + " " + file.key()))
        .append("</title>\n<style>\n")
        .append(BriefPage.resource("/publish/brief.css"))
        .append("pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }\n")
        .append("</style>\n</head>\n<body>\n")
        .append(Html.languages())
        .append("<main>\n<h1>")
        .append(Html.both("证据卷", "Evidence file"))
        .append(" <small>")
        .append(Html.escaped(file.table() + " " + file.key()))
        .append("</small></h1>\n<p>")
        .append(masking(file.isMasked()))
        .append("</p>\n");
    row(out, file);
    heading(out, "判定依据", "How it follows");
    for (CaseFile.Part part : file.parts()) {
      Said title = part.title();
      out.append("<h3>").append(Html.both(title.zh(), title.en())).append("</h3>\n");
      lines(out, part.lines());
    }
    law(out, file.law());
    records(out, file.records());
    versions(out, file);
    changes(out, file.changes());
    return out.append("<footer>")
        .append(
            Html.both(
                "manifest.json 列出本卷各文件的 SHA-256；records.json 列出每条原始记录所在文件的"
                    + " SHA-256，可与接收目录中的原文件逐一核对。",
                "manifest.json holds the SHA-256 of each member; records.json that of the file of"
                    + " each raw record, to be compared with the file in the landing folder."))
        .append("</footer>\n</main>\n</body>\n</html>\n")
        .toString();
  }

  private static String masking(boolean isMasked) {
    return isMasked
        ? Html.both(
            "个人姓名、车牌、车辆识别代号、身份证号、手机号和设备密码（PW）已作遮盖，遮盖处与原文不同；含车辆识别代号的原始帧未附。原文以 SHA-256 所指的文件为准。",
            "Names of persons, plates, vehicle numbers, identity and telephone numbers and"
                + " passwords of devices (PW) are masked, so masked texts are not those of the"
                + " files; raw frames, which hold vehicle numbers, are left out. The files with the"
                + " SHA-256 given here hold the originals.")
        : Html.both(
            "本卷未作遮盖，含个人信息，只供办案使用。",
            "Nothing is masked: the file names persons and is for the case alone.");
  }

  private static void heading(StringBuilder out, String zh, String en) {
    out.append("<h2>").append(Html.both(zh, en)).append("</h2>\n");
  }

  private static void row(StringBuilder out, CaseFile file) {
    heading(out, "结果", "The row");
    out.append("<p class=\"source\">").append(Html.escaped(file.grain())).append("</p>\n");
    table(out, "项目", "Term", "值", "Value", "单位", "Unit", "含义", "Meaning");
    for (CaseFile.Cell c : file.row()) {
      out.append("<tr><td>%s <code>%s</code></td>".formatted(Html.escaped(c.chinese()), c.name()));
      cells(out, c.value(), c.unit(), c.meaning());
    }
    out.append("</tbody></table></div>\n");
  }

  private static void table(StringBuilder out, String... headings) {
    out.append("<div class=\"wide\"><table><thead><tr>");
    for (int i = 0; i < headings.length; i += 2) {
      out.append("<th scope=\"col\">").append(Html.both(headings[i], headings[i + 1]));
      out.append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
  }

  private static void cells(StringBuilder out, String... values) {
    for (String value : values) {
      out.append("<td>").append(value == null ? "—" : Html.escaped(value)).append("</td>");
    }
    out.append("</tr>\n");
  }

  private static void lines(StringBuilder out, List<Said> lines) {
    out.append("<pre>")
        .append(Html.both(joined(lines, Said::zh), joined(lines, Said::en)))
        .append("</pre>\n");
  }

  private static String joined(List<Said> lines, Function<Said, String> language) {
    return lines.stream().map(language).collect(Collectors.joining("\n"));
  }

  private static void law(StringBuilder out, List<CaseFile.Law> law) {
    heading(out, "标准限值与条款", "Limits of standards and their clauses");
    if (law.isEmpty()) {
      out.append("<p class=\"empty\">")
          .append(
              Html.both(
                  "依据中没有标准限值；许可证限值见原始记录。",
                  "No limit of a standard is named; those of permits are among the raw records."))
          .append("</p>\n");
      return;
    }
    table(
        out,
        "限值",
        "Limit",
        "标准",
        "Standard",
        "条款",
        "Clause",
        "数值",
        "Value",
        "单位",
        "Unit",
        "基准氧含量 %",
        "Reference O2 %",
        "起",
        "From",
        "止",
        "To",
        "核实程度",
        "Confidence",
        "来源",
        "Source");
    for (CaseFile.Law l : law) {
      out.append("<tr>");
      cells(
          out,
          l.limitId(),
          l.standard(),
          l.clause(),
          l.value(),
          l.unit(),
          l.referenceO2Percent(),
          l.validFrom(),
          l.validTo(),
          l.confidence(),
          l.source());
    }
    out.append("</tbody></table></div>\n");
  }

  private static void records(StringBuilder out, List<CaseFile.Raw> records) {
    heading(
        out, "原始记录（%d）".formatted(records.size()), "Raw records (%d)".formatted(records.size()));
    for (CaseFile.Raw r : records) {
      out.append("<h3>").append(Html.escaped(r.fileId() + " · " + r.place())).append("</h3>\n<p>");
      if (r.sha256Now() == null) {
        out.append(
            Html.both(
                "原文件已不在接收目录，以下为接收表中的内容。接收时 SHA-256：" + r.sha256(),
                "The file is no longer in the landing folder; what the received tables hold"
                    + " follows. SHA-256 when it was taken in: "
                    + r.sha256()));
      } else if (r.sha256Now().equals(r.sha256())) {
        out.append(
            Html.both(
                "SHA-256：" + r.sha256() + "，与接收时一致。",
                "SHA-256 " + r.sha256() + ", as it was taken in."));
      } else {
        out.append(
            Html.both(
                "文件已改变。现 SHA-256：%s；接收时：%s。".formatted(r.sha256Now(), r.sha256()),
                "The file has changed. SHA-256 now %s; when it was taken in %s."
                    .formatted(r.sha256Now(), r.sha256())));
      }
      out.append("</p>\n");
      if (!r.text().isEmpty()) {
        lines(out, r.text());
      }
      if (!r.received().isEmpty()) {
        lines(out, r.received());
      }
    }
  }

  private static void versions(StringBuilder out, CaseFile file) {
    heading(out, "版本", "Versions");
    table(out, "项目", "Item", "版本", "Version");
    out.append("<tr>");
    cells(out, "dawen", file.versions().product());
    file.versions()
        .fingerprints()
        .forEach(
            (name, fingerprint) -> {
              out.append("<tr><td>")
                  .append(Html.both("代码、标准与参数指纹", "Fingerprint of code, standards, settings"))
                  .append(" <code>%s</code></td>".formatted(name));
              cells(out, fingerprint);
            });
    file.versions()
        .standards()
        .forEach(
            (name, sha256) -> {
              out.append("<tr>");
              cells(out, name, "SHA-256 " + sha256);
            });
    file.settings()
        .forEach(
            (name, value) -> {
              out.append("<tr>");
              cells(out, name, value);
            });
    out.append("</tbody></table></div>\n");
  }

  private static void changes(StringBuilder out, List<Said> changes) {
    heading(out, "计算以来的变化", "What has changed since it was computed");
    if (changes.isEmpty()) {
      out.append("<p class=\"empty\">")
          .append(
              Html.both(
                  "没有变化：原始记录、台账、标准、参数和代码均与计算时一致。",
                  "Nothing: raw records, registry, standards, settings and code are those it was"
                      + " computed with."))
          .append("</p>\n");
      return;
    }
    out.append("<ul>\n");
    changes.forEach(c -> out.append("<li>").append(Html.both(c.zh(), c.en())).append("</li>\n"));
    out.append("</ul>\n");
  }
}
