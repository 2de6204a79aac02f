package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.extract.Extractor;
import io.copyflow.topology.Preview;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Files to content hashes, without a cluster. */
@CommandLine.Command(
    name = "hash",
    header = "Print the content hash of files; needs no cluster.",
    description =
        "Files with the same hash have the same text for readers. A file without text prints its"
            + " outcome instead.",
    footer = {"", "Example:", "  copyflow hash samples/*.txt | sort"})
final class HashCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final FileOptions files = new FileOptions();

  private final Terminal terminal;

  HashCommand(Terminal terminal) {
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
    for (Path file : files.files()) {
      SpecificRecord found = preview.of(files.read(file, terminal));
      lines.add(hash(found) + "  " + file);
      items.add(json(file, found));
    }
    output.print(terminal.out(), lines, items);
    return ExitCode.OK;
  }

  private static String hash(SpecificRecord found) {
    return found instanceof Article article
        ? article.getContentHash()
        : ((Outcome) found).getKind().name();
  }

  private static JsonNode json(Path file, SpecificRecord found) {
    var node = JsonNodeFactory.instance.objectNode().put("path", file.toString());
    if (found instanceof Article article) {
      return node.put("contentHash", article.getContentHash())
          .put("titleHash", article.getTitleHash())
          .put("articleId", article.getArticleId());
    }
    return node.put("outcome", ((Outcome) found).getKind().name())
        .put("reason", ((Outcome) found).getReason());
  }
}
