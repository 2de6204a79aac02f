package io.copyflow.monitor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.http.Page;
import io.copyflow.http.Route;
import io.copyflow.silence.SourceState;
import java.util.List;
import java.util.function.Supplier;

/** The sources as JSON: one object for each, by name. */
final class SourcesPage {

  private SourcesPage() {}

  static Route route(Supplier<List<SourceState>> sources) {
    return Route.page("/api/sources", () -> Page.json(200, json(sources.get()).toString()));
  }

  private static ArrayNode json(List<SourceState> sources) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (SourceState source : sources) {
      var due = source.due();
      all.addObject()
          .put("source", source.source())
          .put("lastIngested", source.last().toString())
          .put("due", due == null ? null : due.toString())
          .put("missedMinutes", Math.round(source.missed()))
          .put("silent", source.silent());
    }
    return all;
  }
}
