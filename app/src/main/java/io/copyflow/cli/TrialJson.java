package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.profiles.Difference;
import io.copyflow.profiles.FieldCount;
import io.copyflow.profiles.FileChange;
import io.copyflow.profiles.TrialReport;

/** What a publisher file changes, as one JSON object. */
final class TrialJson {

  private TrialJson() {}

  static ObjectNode of(TrialReport report, int worst) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("domain", report.domain())
        .put("replaces", report.replaces())
        .put("files", report.files())
        .put("applied", report.applied())
        .put("changed", report.changes().size());
    ObjectNode fields = node.putObject("fields");
    report.counts().forEach(count -> count(count, fields.putObject(count.field().label())));
    ArrayNode changes = node.putArray("worst");
    report.worst(worst).forEach(change -> change(change, changes.addObject()));
    return node;
  }

  private static void count(FieldCount count, ObjectNode node) {
    node.put("changed", count.changed())
        .put("appeared", count.appeared())
        .put("vanished", count.vanished());
  }

  private static void change(FileChange change, ObjectNode node) {
    node.put("file", change.path());
    ObjectNode fields = node.putObject("fields");
    for (Difference difference : change.differences()) {
      ObjectNode field = fields.putObject(difference.field().label());
      ArrayNode lost = field.putArray("lost");
      difference.lost().forEach(lost::add);
      ArrayNode gained = field.putArray("gained");
      difference.gained().forEach(gained::add);
    }
  }
}
