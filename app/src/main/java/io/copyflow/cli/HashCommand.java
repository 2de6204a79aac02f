package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine;

/** Files to content hashes, without a cluster. */
@CommandLine.Command(
    name = "hash",
    header = "Print the content hash of files; needs no cluster.",
    description =
        "Files with the same hash have the same text for readers. A file without text prints its"
            + " outcome instead.",
    footer = {"", "Example:", "  copyflow hash samples/*.txt | sort"})
final class HashCommand extends FileCommand {

  HashCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> lines(Path file, SpecificRecord found) {
    return List.of(hash(found) + "  " + file);
  }

  private static String hash(SpecificRecord found) {
    return found instanceof Article article
        ? article.getContentHash()
        : ((Outcome) found).getKind().name();
  }

  @Override
  JsonNode json(Path file, SpecificRecord found) {
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
