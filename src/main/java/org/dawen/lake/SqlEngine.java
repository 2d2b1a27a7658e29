package org.dawen.lake;

import java.util.Iterator;
import java.util.List;

/** Answers questions in SQL over the declared tables of a lake. It only reads. */
public interface SqlEngine extends AutoCloseable {
  /** What a query gives: headings and rows of values (null, text, number, day, time). */
  record Answer(List<String> headings, Iterator<Object[]> rows) {}

  /** A statement that has been found to read only; nothing has been computed yet. */
  interface Question {
    /** The tables it names, in their order. */
    List<Table> tables();

    /**
     * Runs it; rows are computed while they are taken.
     *
     * @throws Trouble exit code 2, then or while rows are taken, if a value makes it fail
     */
    Answer answer();
  }

  /** The engine and its version, as a person knows it. */
  String name();

  /**
   * Reads one statement without running it.
   *
   * @throws Trouble exit code 2 if it cannot be understood or does anything but read the tables
   */
  Question judge(String sql);

  /** Runs one statement; as {@link #judge}, then {@link Question#answer}. */
  default Answer ask(String sql) {
    return judge(sql).answer();
  }

  @Override
  default void close() {}
}
