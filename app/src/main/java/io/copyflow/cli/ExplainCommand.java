package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.ledger.Explain;
import io.copyflow.ledger.Explanation;
import io.copyflow.ledger.ExplanationText;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Json;
import io.copyflow.wire.Wire;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Why a raw record ended as it did. */
@CommandLine.Command(
    name = "explain",
    header = "Say why a file ended as it did.",
    description =
        "Tells the verdict and its reason, what was extracted by which rules, which date won, the"
            + " other article and where both are, and the article's history. Ends with 1 when"
            + " nothing is known of what is asked.",
    footer = {
      "",
      "Examples:",
      "  copyflow explain samples/dw-ferry.txt",
      "  copyflow explain https://www.dw.com/zh/a-66798081",
      "  copyflow explain p:dw.com:66798081"
    })
final class ExplainCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "FILE|URL|ID",
      description =
          "A document (SOURCE/PATH or the end of it), a URL, an article id, or the position of a"
              + " raw record (PARTITION-OFFSET).")
  private String question = "";

  ExplainCommand(Terminal terminal) {
    super(terminal, SettingKeys.PROFILES);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws CommandFailedException, ProfilesException {
    var wire = Wire.of(loaded.registry());
    var client = cluster.client(loaded);
    var explain = new Explain(loaded.topics(), wire, client, Rules.extractor(loaded, terminal));
    return print(explain.explain(question));
  }

  private int print(List<Explanation> explanations) throws CommandFailedException {
    if (explanations.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.FAILED,
          "no outcome for %s: it was never ingested, or is still under way (see copyflow ledger)"
              .formatted(question));
    }
    output.print(
        terminal.out(),
        explanations.stream().flatMap(e -> ExplanationText.of(e).stream()).toList(),
        explanations.stream().map(ExplainCommand::json).toList());
    return ExitCode.OK;
  }

  private static JsonNode json(Explanation explanation) {
    var node = JsonNodeFactory.instance.objectNode();
    node.set("outcome", Json.toJson(explanation.outcome()));
    node.set("article", jsonOrNull(explanation.article()));
    node.set("deadLetter", jsonOrNull(explanation.deadLetter()));
    var history = node.putArray("history");
    explanation.history().forEach(outcome -> history.add(Json.toJson(outcome)));
    return node;
  }

  private static JsonNode jsonOrNull(@Nullable SpecificRecord record) {
    return record == null ? JsonNodeFactory.instance.nullNode() : Json.toJson(record);
  }
}
