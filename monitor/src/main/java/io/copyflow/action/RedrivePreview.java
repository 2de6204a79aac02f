package io.copyflow.action;

import io.copyflow.deadletters.DeadLetters;
import io.copyflow.deadletters.Letter;
import io.copyflow.deadletters.Redrive;
import io.copyflow.replay.Site;
import io.copyflow.topology.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each dead letter would become by this instance's rules; writes nothing. */
final class RedrivePreview implements Action {

  private final Site site;
  private final List<String> cluster;
  private final Letters which;
  private final Redrive redrive;
  private volatile boolean stopped;

  RedrivePreview(Site site, List<String> cluster, Letters which) {
    this.site = site;
    this.cluster = cluster;
    this.which = which;
    this.redrive = new Redrive(new DeadLetters(site.topics(), site.wire(), site.live().kafka()));
  }

  @Override
  public String title() {
    return "Preview of a re-drive";
  }

  @Override
  public String command() {
    return which.command().with("--dry-run", true).with(cluster).toString();
  }

  @Override
  public List<String> touches() {
    return List.of(
        "Reads all dead letters and outcomes, and the raw records of %s, by this instance’s rules (%s)."
            .formatted(which.words(), site.extractor().version()),
        "Writes nothing.");
  }

  @Override
  public Result run(Progress progress) {
    progress.at("reads dead letters and outcomes", 0, 0);
    List<Letter> letters = redrive.candidates(which.filter(), which.parked());
    progress.at("reads raw records", 0, letters.size());
    var preview = new Preview(site.extractor(), site.wire(), site.topics(), site.live());
    var found = redrive.preview(letters, preview, site.topics(), site.live().kafka());
    String summary =
        String.format(
            Locale.ROOT,
            "%,d would be read again: %,d would become articles.",
            letters.size(),
            found.values().stream().mapToLong(kinds -> kinds.getOrDefault("ARTICLE", 0L)).sum());
    return new Result(summary, letters.isEmpty() ? List.of() : List.of(table(found)), stopped);
  }

  private static Result.Table table(Map<String, Map<String, Long>> found) {
    var rows = new ArrayList<List<String>>();
    found.forEach((reason, kinds) ->
        kinds.forEach((kind, count) ->
            rows.add(List.of(reason, kind, String.format(Locale.ROOT, "%,d", count)))));
    return new Result.Table(
        "What each would become", List.of("Reason", "would become", "records"), rows, 1);
  }

  @Override
  public void stop() {
    stopped = true;
    redrive.stop();
  }
}
