package io.copyflow.cli;

import io.copyflow.avro.ReplayFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a replay that say which raw records it is about. */
final class FilterOptions {

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = MomentConverter.class,
      description =
          "Records that were ingested at T or later: 2031-05-08, or 2031-05-08T12:00:00Z.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Records that were ingested before T.")
  private @Nullable Instant until;

  @Option(names = "--source", paramLabel = "S", description = "Records of that source.")
  private @Nullable String source;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Records of the article with that address, or article id.")
  private @Nullable String url;

  @Option(
      names = "--reason",
      paramLabel = "R",
      description = "Records whose live outcome has that reason, for instance NO_TEXT.")
  private @Nullable String reason;

  @Option(names = "--all", description = "All records, which is the default.")
  private boolean all;

  ReplayFilter filter(ExtractionRules rules) throws CommandFailedException {
    if (all && isNarrowed()) {
      throw new CommandFailedException(
          ExitCode.USAGE, "--all and a filter exclude each other; leave one of them out");
    }
    String articleId = url == null ? null : articleId(url, rules);
    return new ReplayFilter(since, until, source, articleId, reason);
  }

  boolean isAll() {
    return all;
  }

  private boolean isNarrowed() {
    return since != null || until != null || source != null || url != null || reason != null;
  }

  private static String articleId(String named, ExtractionRules rules)
      throws CommandFailedException {
    if (named.matches("[puc]:\\S+")) {
      return named;
    }
    return rules
        .articleId(named)
        .orElseThrow(() ->
            new CommandFailedException(
                ExitCode.USAGE,
                named + " is no URL and no article id; copyflow explain FILE tells the id"));
  }

  /** A day stands for its beginning in UTC, as everywhere in the ledger. */
  static final class MomentConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.length() == "2031-05-08".length()
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no moment; write 2031-05-08 or 2031-05-08T12:00:00Z");
      }
    }
  }
}
