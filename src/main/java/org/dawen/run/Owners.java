package org.dawen.run;

import java.util.regex.Pattern;

/**
 * Companies and persons among the owners of vehicles. Leads give a person a code and reports hide
 * the name; both must mean the same persons, so both ask here.
 */
public final class Owners {
  /**
   * What names of companies contain or end in. The length of a name says nothing: 买买提·艾力江 is no
   * company.
   */
  private static final String COMPANY =
      "公司|集团|中心|企业|商行|物流|运输|货运|工程|合作社|经营部|服务部|委员会|管理局|分局"
          + "|(厂|队|局|店|矿)$|.{4,}(站|部|社|所|场|行|院|学校)$";

  private static final Pattern COMPANY_NAME = Pattern.compile(COMPANY);

  private Owners() {}

  /** True for a company; whatever else is taken for a person. The name without blanks around it. */
  public static boolean isCompany(String name) {
    return COMPANY_NAME.matcher(name).find();
  }
}
