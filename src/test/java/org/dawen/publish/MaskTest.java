package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void aVehicleNumberKeepsMakerAndLastFourPlaces() {
    assertThat(Mask.text("车辆LZZ5CLSB1NA123456超标")).isEqualTo("车辆LZZ**********3456超标");
    assertThat(Mask.vin("LZZ5CLSB1NA123456")).isEqualTo("LZZ**********3456");
  }

  @Test
  void aDeviceNumberOfTwentyFourPlacesIsNoVehicleNumber() {
    assertThat(Mask.text("370902000000000000A12345")).isEqualTo("370902000000000000A12345");
  }

  @Test
  void platesIdentityAndTelephoneNumbersAreHidden() {
    assertThat(Mask.text("鲁J12345,鲁J·A6789挂")).doesNotContain("12345").doesNotContain("A6789");
    assertThat(Mask.text("联系人370902199001011234,13812345678"))
        .isEqualTo("联系人370902**********34,138****5678");
  }

  @Test
  void aPersonKeepsTheFamilyNameAndACompanyIsNamed() {
    assertThat(Mask.owner("王小明")).isEqualTo("王**");
    assertThat(Mask.owner("泰安车队")).isEqualTo("泰安车队");
    assertThat(Mask.owner("𠮷田一")).isEqualTo("𠮷**");
  }

  @Test
  void aLongNameIsNoCompanyForItsLength() {
    assertThat(Mask.owner("买买提·艾力江")).isEqualTo("买******");
    assertThat(Mask.owner("Zhang Sanfeng")).isEqualTo("Z************");
    assertThat(Mask.owner(" 张三丰 ")).isEqualTo("张**");
    assertThat(Mask.owner("张建社")).isEqualTo("张**");
    assertThat(Mask.owner("泰安市公共汽车总站")).isEqualTo("泰安市公共汽车总站");
    assertThat(Mask.owner("示例运输1公司")).isEqualTo("示例运输1公司");
  }

  @Test
  void aCodeInAPageStaysWhatItIs() {
    Sheet sheet =
        new Sheet(
            "s",
            "表",
            "Sheet",
            "a.table",
            List.of(Field.named("outlet_code", "编码", "Code"), Field.named("note", "备注", "Note")),
            List.of(),
            List.of(
                new Line(Map.of("outlet_code", "370902DA001X12345", "note", "LZZ5CLSB1NA123456"))),
            "无",
            "None");
    assertThat(Html.table(sheet, new SourceNotes()))
        .contains("370902DA001X12345", "LZZ**********3456");
  }

  @Test
  void whatNamesNobodyStays() {
    assertThat(Mask.text("示例水泥一厂 a34013 2024-03-21 0.4590"))
        .isEqualTo("示例水泥一厂 a34013 2024-03-21 0.4590");
  }
}
