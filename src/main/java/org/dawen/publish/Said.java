package org.dawen.publish;

/** A text in both languages in the cell of a sheet; workbooks show the Chinese one. */
public record Said(String zh, String en) {
  @Override
  public String toString() {
    return zh;
  }
}
