package io.copyflow.cli;

import io.copyflow.deadletters.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which dead letters are meant. */
final class LetterFilter {

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      split = ",",
      description = "Only those refused for this reason, of docs/outcomes.md; may be repeated.")
  private List<String> reasons = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Only those of this source.")
  private @Nullable String source;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only those ingested then or later: 2031-05-01, or 2031-05-01T12:00:00Z; UTC.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only those ingested before.")
  private @Nullable Instant until;

  Filter filter() {
    return new Filter(new HashSet<>(reasons), source, since, until);
  }

  /** A day, or a moment. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time; write 2031-05-01 or 2031-05-01T12:00:00Z");
      }
    }
  }
}
