package org.dawen.codec.hj212;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Packets a second on one core, read and every value asked for; one operation is one packet. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(1)
public class Hj212ReaderBench {
  private static final int PACKETS = 10_000;

  /** A device's own packet of 435 bytes, one that all fields and a time of receipt are added to. */
  private static final String SEGMENT =
      "QN=20210301111100112;ST=21;CN=2011;PW=123456;MN=ZLDSZ2021%04d;Flag=8;CP=&&"
          + "DataTime=20210301111100;w01001-Rtd=8.33,w01001-Flag=N;w01009-Rtd=10.15,w01009-Flag=N;"
          + "w01010-Rtd=9.7,w01010-Flag=N;w01014-Rtd=1425,w01014-Flag=N;w01003-Rtd=13.10,"
          + "w01003-Flag=N;w21011-Rtd=0,w21011-Flag=N;w21001-Rtd=3.563168,w21001-Flag=N;"
          + "w21003-Rtd=0.09055002,w21003-Flag=N;w01019-Rtd=4.102818,w01019-Flag=N;w01008-Rtd=0,"
          + "w01008-Flag=N;w23002-Rtd=0,w23002-Flag=N&&";

  private byte[] stream;

  /** Writes the packets of 2,000 devices. */
  @Setup
  public void writeStream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < PACKETS; i++) {
      out.writeBytes("2021-03-01T11:11:02.345+08:00\t".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(Hj212Frame.bytes(String.format(SEGMENT, i % 2_000)));
    }
    stream = out.toByteArray();
  }

  /** Reads them all, with codes, flags and values. */
  @Benchmark
  @OperationsPerInvocation(PACKETS)
  public long readPackets() throws IOException {
    Hj212Reader reader = new Hj212Reader(new ByteArrayInputStream(stream));
    long sum = 0;
    long packets = 0;
    while (reader.next()) {
      packets++;
      Hj212Packet packet = reader.packet();
      sum += packet.mn().length() + packet.cn().length() + packet.dataTime().getHour();
      for (int group = 0; group < packet.groupCount(); group++) {
        sum += packet.canonicalCode(group).length() + packet.dataFlag(group).length();
        for (Hj212Field field : FIELDS) {
          if (packet.hasValue(group, field)) {
            sum += packet.unscaledE8(group, field);
          }
        }
      }
    }
    if (packets != PACKETS) {
      throw new IllegalStateException(packets + " packets were read.");
    }
    return sum;
  }

  private static final Hj212Field[] FIELDS = Hj212Field.values();
}
