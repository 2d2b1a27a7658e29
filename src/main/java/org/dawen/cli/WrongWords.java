package org.dawen.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.dawen.lake.Alike;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, and what may have been meant, in one or two sentences.
 */
final class WrongWords implements IParameterExceptionHandler {
  private static final int USAGE = 2;

  /** Days and months as the documents write them. */
  static void teachDays(CommandLine line) {
    line.registerConverter(LocalDate.class, converter("day", "2024-03-21", LocalDate::parse));
    line.registerConverter(YearMonth.class, converter("month", "2024-03", YearMonth::parse));
  }

  private static <T> ITypeConverter<T> converter(
      String what, String example, Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no %s. Write it as %s".formatted(text, what, example));
      }
    };
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    System.err.println("dawen: " + sentence(e, command));
    System.err.println(
        "'./%s --help' tells what it takes.".formatted(command.getCommandSpec().qualifiedName()));
    return USAGE;
  }

  private static String sentence(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-")) {
        List<String> options =
            command.getCommandSpec().options().stream().map(o -> o.longestName()).toList();
        return "There is no option '%s'.%s"
            .formatted(word.split("=", 2)[0], Alike.question(word.split("=", 2)[0], options));
      }
      if (!command.getSubcommands().isEmpty()) {
        List<String> names =
            command.getSubcommands().entrySet().stream()
                .filter(s -> !s.getValue().getCommandSpec().usageMessage().hidden())
                .map(s -> s.getKey())
                .toList();
        return "There is no command '%s'.%s".formatted(word, Alike.question(word, names));
      }
      return "'%s' is one word too many.".formatted(word);
    }
    String said = e.getMessage().strip();
    return said.endsWith(".") ? said : said + ".";
  }
}
