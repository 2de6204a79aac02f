package io.copyflow.cli;

import io.copyflow.avro.RawArticle;
import io.copyflow.ledger.explain.Explain;
import io.copyflow.ledger.explain.Explained;
import io.copyflow.ledger.explain.ExplanationText;
import io.copyflow.ledger.explain.Reread;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a raw record ended as it did. */
@CommandLine.Command(
    name = "explain",
    header = "Say why a file ended as it did.",
    description = {
      "Tells the verdict and its reason, the hashes, what was extracted by which rules and which"
          + " date won, the other article, the article's history, and where all of them are (topic,"
          + " partition-offset). Ends with 1 when nothing is known of what is asked; of a file on"
          + " this machine it then says what would be extracted.",
      "",
      "Reads outcomes twice, of articles and dead letters the partitions in question, of the raw"
          + " topic single records."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow explain samples/day-2/rfi/orchard-mirror.txt",
      "  copyflow explain https://www.dw.com/zh/a-66798081 --diff",
      "  copyflow explain p:dw.com:a-66798081 -o json",
      "  copyflow explain 0-17"
    })
final class ExplainCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--diff",
      description = "Show what each revision changed: title and paragraphs as a unified diff.")
  private boolean diff;

  @Parameters(
      paramLabel = "FILE|URL|ID",
      description =
          "A document (SOURCE/PATH or the end of it), a URL, an article id, a content hash"
              + " (v1:…), or the position of a raw record (PARTITION-OFFSET).")
  private String question = "";

  ExplainCommand(Terminal terminal) {
    super(terminal, SettingKeys.PROFILES);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws CommandFailedException, ProfilesException {
    var wire = Wire.of(loaded.registry());
    var rules = new ExtractionRules(Rules.extractor(loaded, terminal));
    var explain = new Explain(loaded.topics(), wire, cluster.client(loaded), rules);
    Explained explained = explain.explain(question, diff);
    if (explained.explanations().isEmpty()) {
      return withoutOutcome(explain, rules);
    }
    output.print(
        terminal.out(),
        explained.explanations().stream().flatMap(e -> ExplanationText.of(e).stream()).toList(),
        explained.explanations().stream().map(ExplanationJson::of).toList());
    if (explained.left() > 0) {
      terminal.say("and %,d more outcomes; ask for one of them".formatted(explained.left()));
    }
    return ExitCode.OK;
  }

  private int withoutOutcome(Explain explain, ExtractionRules rules) throws CommandFailedException {
    terminal.say(
        explain
            .sent(question)
            .map(
                document -> document + " was ingested, and has no outcome yet; see copyflow ledger")
            .orElse(question + " was never ingested, and has no outcome; see copyflow ledger"));
    Path file = file();
    if (file != null) {
      RawArticle raw = new FileOptions().read(file, terminal);
      var reread =
          new Reread(
              rules.read(raw), rules.form(raw).orElse(null), raw.getBytes(), raw.getSha256());
      output.print(terminal.out(), ExplanationText.of(reread), List.of(ExplanationJson.of(reread)));
    }
    return ExitCode.FAILED;
  }

  private @Nullable Path file() {
    try {
      Path path = Path.of(question);
      return Files.isRegularFile(terminal.directory().resolve(path)) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
