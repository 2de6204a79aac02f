package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.extract.Extractor;
import io.copyflow.topology.Preview;
import io.copyflow.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files to articles, without a cluster. */
@CommandLine.Command(
    name = "extract",
    header = "Print what is extracted from files; needs no cluster.",
    description =
        "With -o json or jsonl: each file's Article in the schema's field names, or its outcome and"
            + " reason if it cannot become one.",
    footer = {"", "Example:", "  copyflow extract -o jsonl samples/*.txt | jq -r .title"})
final class ExtractCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final FileOptions files = new FileOptions();

  @Option(names = "--strict", description = "End with 3 when a file was rejected.")
  private boolean strict;

  private final Terminal terminal;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    var preview = new Preview(Extractor.standard());
    var lines = new ArrayList<String>();
    var items = new ArrayList<JsonNode>();
    boolean rejects = false;
    for (Path file : files.files()) {
      SpecificRecord found = preview.of(files.read(file, terminal));
      lines.addAll(ArticleText.of(file, found));
      items.add(json(file, found));
      rejects |= found instanceof Outcome outcome && outcome.getKind() == OutcomeKind.REJECTED;
    }
    output.print(terminal.out(), lines, items);
    return rejects && strict ? ExitCode.REJECTS : ExitCode.OK;
  }

  private static JsonNode json(Path file, SpecificRecord found) {
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
