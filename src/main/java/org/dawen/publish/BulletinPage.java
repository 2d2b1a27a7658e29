package org.dawen.publish;

/** The quarterly bulletin as one HTML file for print, in both languages, without scripts. */
final class BulletinPage {
  private BulletinPage() {}

  static String of(Bulletin bulletin) {
    StringBuilder out = new StringBuilder(100_000);
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'\">\n<title>")
        .append(Html.escaped(bulletin.title().zh()))
        .append("</title>\n<style>\n")
        .append(BriefPage.resource("/publish/brief.css"))
        .append("@page { size: A4 landscape; }\n")
        .append("</style>\n</head>\n<body>\n")
        .append(Html.languages())
        .append("<main>\n<h1>")
        .append(both(bulletin.title()))
        .append("</h1>\n<p>")
        .append(both(bulletin.summary()))
        .append("</p>\n");
    SourceNotes notes = new SourceNotes();
    bulletin.overview().forEach(sheet -> out.append(Html.table(sheet, notes)));
    out.append("<h2>").append(Html.both("各专项全部指标", "All numbers, by project")).append("</h2>\n");
    bulletin.projects().forEach(sheet -> out.append(Html.table(sheet, notes)));
    return out.append(notes.list())
        .append("<footer>")
        .append(both(bulletin.note()))
        .append("</footer>\n</main>\n</body>\n</html>\n")
        .toString();
  }

  private static String both(Said said) {
    return Html.both(said.zh(), said.en());
  }
}
