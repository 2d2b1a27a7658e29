package org.dawen.codec.hj212;

/** Frames that several tests use, checksums computed independently; CR LF not included. */
final class Packets {
  /** Hour data of waste water, the standard's own example (annex C). */
  static final String W1 =
      "##0325QN=20160801090000001;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Min=16.4,w00000-Avg=17.5,"
          + "w00000-Max=20.1,w00000-Flag=N;w01001-Min=7.1,w01001-Avg=7.5,w01001-Max=7.8,"
          + "w01001-Flag=N;w01018-Cou=63.0,w01018-Min=40.1,w01018-Avg=40.1,w01018-Max=40.1,"
          + "w01018-Flag=N&&B7C1";

  /** Hour data of flue gas. */
  static final String G1 =
      "##0751QN=20240208090012345;ST=31;CN=2061;PW=123456;MN=370983A0000000000000A001;Flag=5;"
          + "CP=&&DataTime=20240208080000;a21026-Cou=3.21,a21026-Min=8.10,a21026-Avg=12.40,"
          + "a21026-Max=21.30,a21026-ZsMin=8.68,a21026-ZsAvg=13.29,a21026-ZsMax=22.82,"
          + "a21026-Flag=N;a21002-Cou=11.02,a21002-Min=30.20,a21002-Avg=42.60,a21002-Max=61.00,"
          + "a21002-ZsMin=32.36,a21002-ZsAvg=45.64,a21002-ZsMax=65.36,a21002-Flag=N;"
          + "a34013-Cou=0.88,a34013-Min=2.10,a34013-Avg=3.40,a34013-Max=4.90,a34013-ZsMin=2.25,"
          + "a34013-ZsAvg=3.64,a34013-ZsMax=5.25,a34013-Flag=N;a19001-Min=6.80,a19001-Avg=7.00,"
          + "a19001-Max=7.30,a19001-Flag=N;a01012-Avg=52.3,a01012-Flag=N;a01013-Avg=-0.12,"
          + "a01013-Flag=N;a01014-Avg=10.8,a01014-Flag=N;a01011-Avg=13.5,a01011-Flag=N;"
          + "a00000-Cou=258696.0,a00000-Avg=71.86,a00000-Flag=N&&F6C1";

  /** An hour under calibration. */
  static final String G2 =
      "##0206QN=20240208100012345;ST=31;CN=2061;PW=123456;MN=370983A0000000000000A001;Flag=5;"
          + "CP=&&DataTime=20240208090000;a21002-Cou=0.00,a21002-Min=0.00,a21002-Avg=0.00,"
          + "a21002-Max=0.00,a21002-ZsAvg=0.00,a21002-Flag=C&&A441";

  /** First part of a split packet. */
  static final String P1 =
      "##0189QN=20240208090012535;ST=31;CN=2061;PW=123456;MN=370983A0000000000000A001;Flag=7;"
          + "PNUM=2;PNO=1;CP=&&DataTime=20240208080000;a21026-Cou=3.21,a21026-Avg=12.40,"
          + "a21026-ZsAvg=13.29,a21026-Flag=N&&9D41";

  /** Second part of the same. */
  static final String P2 =
      "##0190QN=20240208090012535;ST=31;CN=2061;PW=123456;MN=370983A0000000000000A001;Flag=7;"
          + "PNUM=2;PNO=2;CP=&&DataTime=20240208080000;a21002-Cou=11.02,a21002-Avg=42.60,"
          + "a21002-ZsAvg=45.64,a21002-Flag=N&&B381";

  /** An acknowledgement without parameters. */
  static final String A1 =
      "##0087QN=20160801090000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
          + "CP=&&&&FF01";

  /** Electricity, HJ 212-2025. */
  static final String E1 =
      "##0174QN=20260110084501123;ST=44;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
          + "CP=&&DataTime=20260110084500;d20105-Rtd=220.20,d20105-Flag=N;d30105-Rtd=219.80,"
          + "d30105-Flag=N&&9C01";

  private Packets() {}

  /** A right frame with these parameters, hour data of a gas outlet. */
  static String withParameters(String parameters) {
    return withHead("QN=20240208090012345;ST=31;CN=2061;PW=123456;MN=A001;Flag=5", parameters);
  }

  /** A right frame with this head and these parameters. */
  static String withHead(String head, String parameters) {
    return Hj212Frame.format(head + ";CP=&&" + parameters + "&&");
  }
}
