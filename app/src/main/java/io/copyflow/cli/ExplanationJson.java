package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Article;
import io.copyflow.ledger.explain.Explanation;
import io.copyflow.ledger.explain.Located;
import io.copyflow.ledger.explain.Reread;
import io.copyflow.ledger.explain.RevisionChange;
import io.copyflow.wire.Json;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An explanation, for programs. */
final class ExplanationJson {

  private ExplanationJson() {}

  static JsonNode of(Explanation explanation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("outcome", Json.toJson(explanation.outcome().value()));
    node.set("other", value(explanation.other()));
    node.set("article", value(explanation.article()));
    node.set("withdrawal", value(explanation.withdrawal()));
    node.set("deadLetter", value(explanation.deadLetter()));
    var records = node.putObject("records");
    records.set("outcome", place(explanation.outcome()));
    records.set("other", place(explanation.other()));
    records.set("article", place(explanation.article()));
    records.set("withdrawal", place(explanation.withdrawal()));
    records.set("deadLetter", place(explanation.deadLetter()));
    if (explanation.reread() != null) {
      node.setAll(of(explanation.reread()));
    }
    var history = node.putArray("history");
    explanation.history().forEach(told -> history.add(Json.toJson(told.value())));
    node.put("historyLeftOut", explanation.left());
    var revisions = node.putArray("revisions");
    explanation.revisions().forEach(change -> revisions.add(revision(change)));
    return node;
  }

  /** What was extracted, in the field names of {@code Article}, or why nothing was. */
  static ObjectNode of(Reread reread) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putObject("file")
        .put("bytes", reread.bytes())
        .put("sha256", reread.sha256())
        .put("form", reread.form());
    ObjectNode found = Json.toJson(reread.found());
    found.putNull("raw");
    node.set(reread.found() instanceof Article ? "extracted" : "refused", found);
    return node;
  }

  private static JsonNode revision(RevisionChange change) {
    var outcome = change.outcome().value();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("revision", outcome.getRevision())
            .put("similarity", outcome.getSimilarity());
    node.set("document", Json.toJson(outcome.getDocument()));
    node.set("raw", Json.toJson(outcome.getRaw()));
    var changed = node.putArray("changed");
    outcome.getChanged().forEach(part -> changed.add(part.name()));
    var diff = node.putArray("diff");
    change.diff().forEach(diff::add);
    return node;
  }

  private static JsonNode value(@Nullable Located<? extends SpecificRecord> located) {
    return located == null ? JsonNodeFactory.instance.nullNode() : Json.toJson(located.value());
  }

  private static JsonNode place(@Nullable Located<?> located) {
    return located == null
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance
            .objectNode()
            .put("topic", located.topic())
            .put("partition", located.partition())
            .put("offset", located.offset());
  }
}
