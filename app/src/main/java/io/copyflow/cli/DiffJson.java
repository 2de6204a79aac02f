package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import io.copyflow.replay.diff.FieldCount;
import io.copyflow.replay.diff.Flip;
import java.util.Map;

/** What a generation changes, as one JSON object. */
final class DiffJson {

  private DiffJson() {}

  static ObjectNode of(DiffReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("rules", report.rules());
    ObjectNode live = node.putObject("liveRules");
    report.liveRules().forEach(live::put);
    node.put("compared", report.compared())
        .put("pending", report.pending())
        .put("differing", report.differing())
        .put("otherReading", report.otherReading())
        .put("otherVerdict", report.otherVerdict());
    node.putObject("articles")
        .put("changed", report.changed())
        .put("appeared", report.appeared())
        .put("vanished", report.vanished());
    ArrayNode flips = node.putArray("flips");
    report.flips().forEach(flip -> flip(flip, flips.addObject()));
    counts(report.fields(), node.putObject("fields"));
    ObjectNode publishers = node.putObject("byPublisher");
    report
        .byPublisher()
        .forEach((publisher, fields) -> counts(fields, publishers.putObject(publisher)));
    ArrayNode worst = node.putArray("worst");
    report.worst().forEach(change -> article(change, worst.addObject()));
    return node;
  }

  private static void flip(Flip flip, ObjectNode node) {
    node.put("from", flip.from()).put("to", flip.to()).put("records", flip.records());
    ArrayNode samples = node.putArray("samples");
    flip.samples().forEach(samples::add);
  }

  private static void counts(Map<String, FieldCount> fields, ObjectNode node) {
    fields.forEach((field, count) ->
        node.putObject(field)
            .put("changed", count.changed())
            .put("appeared", count.appeared())
            .put("vanished", count.vanished()));
  }

  private static void article(ArticleChange change, ObjectNode node) {
    node.put("document", change.document()).put("publisher", change.publisher());
    ObjectNode fields = node.putObject("fields");
    change
        .fields()
        .forEach(field -> {
          ObjectNode lines = fields.putObject(field.name());
          ArrayNode lost = lines.putArray("lost");
          field.lost().forEach(lost::add);
          ArrayNode gained = lines.putArray("gained");
          field.gained().forEach(gained::add);
        });
  }
}
