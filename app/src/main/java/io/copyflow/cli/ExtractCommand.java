package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.wire.Json;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine;

/** Files to articles, without a cluster. */
@CommandLine.Command(
    name = "extract",
    header = "Print what is extracted from files; needs no cluster.",
    description =
        "With -o json or jsonl: each file's Article in the schema's field names, or its outcome and"
            + " reason if it cannot become one.",
    footer = {"", "Example:", "  copyflow extract -o jsonl samples/*.txt | jq -r .title"})
final class ExtractCommand extends FileCommand {

  ExtractCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> lines(Path file, SpecificRecord found) {
    return ArticleText.of(file, found);
  }

  @Override
  JsonNode json(Path file, SpecificRecord found) {
    if (found instanceof Article article) {
      // Positions exist only on a cluster.
      return Json.toJson(article).putNull("raw");
    }
    var outcome = (Outcome) found;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putObject("document")
        .put("source", outcome.getDocument().getSource())
        .put("path", file.toString());
    return node.put("outcome", outcome.getKind().name())
        .put("reason", outcome.getReason())
        .put("detail", outcome.getDetail());
  }
}
