package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing in a masked evidence file names a person, wherever the name stands. */
class CaseMaskTest {
  private static final String SAID = "张三丰的鲁J12345，LTASAMPLE00000001，13800138000，370902198001011234";

  private static final Said BOTH = both(SAID);

  private static Said both(String text) {
    return new Said(text, text);
  }

  @Test
  void personsVehiclesAndPasswordsAreMaskedInEveryPart() {
    CaseFile file =
        new CaseFile(
            "lead.lead",
            SAID,
            "One row.",
            List.of(new CaseFile.Cell("enterprise_name", "企业名称", "", SAID, "Name.")),
            List.of(new CaseFile.Part(BOTH, List.of(BOTH))),
            List.of(
                new CaseFile.Raw(
                    "obd/LTASAMPLE00000001.bin",
                    "1",
                    "a",
                    "b",
                    "c",
                    List.of(BOTH, both("QN=1;PW=123456;MN=3709025A4D0000000001DA01;Flag=5")),
                    List.of(BOTH))),
            List.of(),
            new CaseFile.Versions("dawen", Map.of(), Map.of()),
            Map.of(),
            List.of(BOTH),
            false);
    String masked = file.masked(List.of("三丰", "张三丰")).toString();
    assertThat(masked)
        .contains("张**的鲁J***45", "LTA**********0001", "138****8000", "370902**********34")
        .contains("PW=******;MN=3709025A4D0000000001DA01")
        .doesNotContain("三丰", "12345，", "LTASAMPLE0", "13800138000", "19800101", "123456");
    assertThat(file.toString()).contains("张三丰", "PW=123456");
  }
}
