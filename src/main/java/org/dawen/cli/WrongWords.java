package org.dawen.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dawen.lake.Alike;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, and what may have been meant, in one or two sentences.
 */
final class WrongWords implements IParameterExceptionHandler {
  private static final int USAGE = 2;

  /** Days and months as the documents write them, and languages. */
  static void teach(CommandLine line) {
    line.registerConverter(
        LocalDate.class, text -> parsed(LocalDate::parse, text, "options.no-day"));
    line.registerConverter(
        YearMonth.class, text -> parsed(YearMonth::parse, text, "options.no-month"));
    line.registerConverter(
        Language.class, text -> parsed(Language::named, text, "options.no-language"));
  }

  /** A value that is none of its kind, in a sentence. */
  private static final class WrongValue extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    WrongValue(Message message) {
      super(message.toString());
      this.message = message;
    }
  }

  private static <T> T parsed(Function<String, T> parse, String text, String wrong) {
    T value = null;
    try {
      value = parse.apply(text);
    } catch (DateTimeException e) {
      // said below
    }
    if (value == null) {
      throw new WrongValue(Message.of(wrong, text));
    }
    return value;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Dawen.say(sentence(e, command));
    System.err.println(
        Message.of("options.see-help", command.getCommandSpec().qualifiedName()).text());
    return USAGE;
  }

  private static Message sentence(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    if (e instanceof MissingParameterException missing) {
      return Message.of(
          "options.missing", missing.getMissing().stream().map(WrongWords::name).toList());
    }
    if (e instanceof OverwrittenOptionException twice) {
      return Message.of("options.twice", name(twice.getOverwritten()));
    }
    if (e.getCause() instanceof WrongValue wrong) {
      return Message.of("options.wrong-value", name(e.getArgSpec()), wrong.message);
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      Iterable<String> words = e.getArgSpec().completionCandidates();
      return words == null
          ? Message.of("options.not-a-value", name(e.getArgSpec()), e.getValue())
          : Message.of("options.not-one-of", name(e.getArgSpec()), e.getValue(), listed(words));
    }
    String said = e.getMessage().strip();
    return Message.verbatim(said.endsWith(".") ? said : said + ".");
  }

  private static Message unknown(String word, CommandLine command) {
    if (word.startsWith("-")) {
      String option = word.split("=", 2)[0];
      List<String> options =
          command.getCommandSpec().options().stream().map(o -> o.longestName()).toList();
      return Message.sequence(
          Message.of("options.no-option", option), Alike.question(option, options));
    }
    if (command.getSubcommands().isEmpty()) {
      return Message.of("options.one-word-too-many", word);
    }
    List<String> names =
        command.getSubcommands().entrySet().stream()
            .filter(s -> !s.getValue().getCommandSpec().usageMessage().hidden())
            .map(s -> s.getKey())
            .toList();
    return Message.sequence(Message.of("options.no-command", word), Alike.question(word, names));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static List<String> listed(Iterable<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(word.toLowerCase(Locale.ROOT)));
    return all;
  }
}
