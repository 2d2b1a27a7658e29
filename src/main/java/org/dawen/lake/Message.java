package org.dawen.lake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * A sentence for a person, in any language: its key in {@code messages/messages*.properties} and
 * the values in it, in the form of {@link java.util.Formatter}. Only {@link #text} depends on the
 * language of the run; everything that is stored is English.
 *
 * @param key name in the bundles; empty: the only value is the text
 * @param values a message among them is told in the same language, a list with its commas
 */
public record Message(String key, List<Object> values) {
  private static final String IN_SEQUENCE = "sequence";
  private static final String IN_BOTH = "both";
  private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

  public Message {
    values = Collections.unmodifiableList(values);
  }

  /** A sentence of the bundles. */
  public static Message of(String key, Object... values) {
    return new Message(key, Arrays.asList(values));
  }

  /** What somebody else says, which has no other language. */
  public static Message verbatim(String text) {
    return new Message("", List.of(text));
  }

  /** What is stored in both languages. */
  public static Message told(String english, String chinese) {
    return new Message(IN_BOTH, Arrays.asList(english, chinese));
  }

  /**
   * The parts of a sentence that there are, as one value of it: with the comma of the language
   * between them.
   *
   * @param parts null: left out
   */
  public static List<Object> given(Object... parts) {
    return Arrays.stream(parts).filter(Objects::nonNull).toList();
  }

  /** Sentences one after another. */
  public static Message sequence(Collection<Message> sentences) {
    return new Message(IN_SEQUENCE, List.copyOf(sentences));
  }

  /** Sentences one after another. */
  public static Message sequence(Message... sentences) {
    return sequence(List.of(sentences));
  }

  /**
   * A stored sentence, as the message it was: it is English, and the pattern of the bundle that
   * fits most of it says which. Text that is no sentence of the bundle stays as it is.
   */
  public static Message recognised(String stored) {
    return Recognition.of(stored);
  }

  /** In the language of this run. */
  public String text() {
    return in(Language.current());
  }

  /** In that language. */
  public String in(Language language) {
    if (key.isEmpty()) {
      return String.valueOf(values.get(0));
    }
    if (key.equals(IN_BOTH)) {
      return String.valueOf(values.get(language == Language.EN ? 0 : 1));
    }
    if (key.equals(IN_SEQUENCE)) {
      return values.stream()
          .map(s -> String.valueOf(told(s, language)))
          .filter(s -> !s.isEmpty())
          .collect(Collectors.joining(language.gap()));
    }
    Object[] told = values.stream().map(v -> told(v, language)).toArray();
    String text = String.format(Locale.ROOT, bundle(language).getString(key), told);
    return text.replace("。。", "。"); // of a sentence that ends another
  }

  private static Object told(Object value, Language language) {
    if (value instanceof Message message) {
      return message.in(language);
    }
    if (value instanceof Collection<?> list) {
      return list.stream()
          .map(v -> String.valueOf(told(v, language)))
          .collect(Collectors.joining(language.comma()));
    }
    return value;
  }

  /** All sentences of a language, read once and not before one is needed. */
  public static ResourceBundle bundle(Language language) {
    synchronized (BUNDLES) {
      return BUNDLES.computeIfAbsent(language, Message::read);
    }
  }

  private static ResourceBundle read(Language language) {
    String name = "/messages/messages" + language.ending() + ".properties";
    try (Reader reader =
        new InputStreamReader(Message.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In English, as it is stored. */
  @Override
  public String toString() {
    return in(Language.EN);
  }
}
