package org.dawen.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the message behind a stored sentence, such as the note of a file or a warning of a past
 * night, by the English patterns of the bundle.
 */
final class Recognition {
  private static final Pattern VALUE = Pattern.compile("%(?:(\\d+)\\$)?(,?)([sd])|%%");

  /** Of no more digits than a long has: the text may be anybody's. */
  private static final String WHOLE_NUMBER = "(-?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5}))";

  /** What is only ever stored, or composed in SQL, is told by a word. */
  private static final String STORED = "stored.";

  private static final int LEAST_OF_STORED = 2;
  private static final int LEAST_LETTERS = 12;
  private static List<Sentence> sentences;

  /**
   * A sentence of the bundle.
   *
   * @param pattern with a group a value
   * @param places of the values in the message, from 0, in the order of the groups
   * @param isWhole whether the value is a whole number
   * @param fixedLength letters that belong to no value
   */
  private record Sentence(
      String key, Pattern pattern, int[] places, boolean[] isWhole, int fixedLength) {
    Message of(Matcher matcher) {
      Object[] values = new Object[Arrays.stream(places).max().orElse(-1) + 1];
      for (int i = 0; i < places.length; i++) {
        String text = matcher.group(i + 1);
        values[places[i]] =
            isWhole[i] ? (Object) Long.valueOf(text.replace(",", "")) : Recognition.value(text);
      }
      return Message.of(key, values);
    }
  }

  private Recognition() {}

  static Message of(String stored) {
    for (Sentence sentence : sentences()) {
      Matcher matcher = sentence.pattern.matcher(stored);
      if (matcher.matches()) {
        return sentence.of(matcher);
      }
    }
    int colon = stored.indexOf(": ");
    Message rest = colon < 0 ? null : of(stored.substring(colon + 2));
    return rest == null || rest.key().isEmpty()
        ? Message.verbatim(stored)
        : Message.of("stored.colon", stored.substring(0, colon), rest);
  }

  /** A value of a sentence: a sentence itself, or a list of some that end with a bracket. */
  private static Message value(String text) {
    List<Message> items = Stream.of(text.split("(?<=\\)), ")).map(Recognition::of).toList();
    return items.size() == 1 ? items.get(0) : Message.of("intake.listed", items);
  }

  /** Those that say most come first; those that say nothing of their own are left out. */
  private static synchronized List<Sentence> sentences() {
    if (sentences == null) {
      ResourceBundle bundle = Message.bundle(Language.EN);
      List<Sentence> all = new ArrayList<>();
      for (String key : bundle.keySet()) {
        Sentence sentence = sentence(key, bundle.getString(key));
        boolean isStored = key.startsWith(STORED);
        if (sentence.fixedLength >= (isStored ? LEAST_OF_STORED : LEAST_LETTERS)) {
          all.add(sentence);
        }
      }
      all.sort(Comparator.comparingInt((Sentence s) -> -s.fixedLength).thenComparing(s -> s.key));
      sentences = all;
    }
    return sentences;
  }

  private static Sentence sentence(String key, String text) {
    StringBuilder pattern = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    List<Boolean> isWhole = new ArrayList<>();
    Matcher value = VALUE.matcher(text);
    int end = 0;
    int letters = 0;
    while (value.find()) {
      String fixed = text.substring(end, value.start()) + (value.group(3) == null ? "%" : "");
      pattern.append(Pattern.quote(fixed));
      letters += (int) fixed.chars().filter(Character::isLetter).count();
      end = value.end();
      if (value.group(3) != null) {
        boolean isNumber = value.group(3).equals("d");
        places.add(value.group(1) == null ? places.size() : Integer.parseInt(value.group(1)) - 1);
        isWhole.add(isNumber);
        pattern.append(isNumber ? WHOLE_NUMBER : "(.*)");
      }
    }
    String rest = text.substring(end);
    letters += (int) rest.chars().filter(Character::isLetter).count();
    boolean[] whole = new boolean[isWhole.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = isWhole.get(i);
    }
    return new Sentence(
        key,
        Pattern.compile(pattern.append(Pattern.quote(rest)).toString(), Pattern.DOTALL),
        places.stream().mapToInt(i -> i).toArray(),
        whole,
        letters);
  }
}
