package org.dawen.codec.hj212;

import java.time.Instant;

/**
 * Bytes that are no packet, with the one reason why.
 *
 * @param recordNo place among the packets and rejects of the stream, from 1
 * @param lineNo line on which the bytes begin, from 1
 * @param byteOffset bytes of the stream before them
 * @param byteLength how many they are
 * @param reason why they are no packet
 * @param detail English sentences for the operator: the reason and what was found
 * @param content the bytes, at most the first 65,536
 * @param receivedAt time of receipt that stood before a damaged frame; null if none did
 */
public record Hj212Reject(
    long recordNo,
    long lineNo,
    long byteOffset,
    long byteLength,
    Hj212RejectReason reason,
    String detail,
    byte[] content,
    Instant receivedAt) {

  /** This reject, the first of so many stretches that are one. */
  Hj212Reject joined(long stretches, long length) {
    return new Hj212Reject(
        recordNo,
        lineNo,
        byteOffset,
        length,
        reason,
        detail + " The first of " + stretches + " stretches up to the next frame.",
        content,
        receivedAt);
  }

  /** The content as text: UTF-8, or else GB18030. */
  public String contentText() {
    return ByteText.decode(content, 0, content.length);
  }
}
