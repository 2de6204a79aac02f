package io.copyflow.action;

import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.replay.Promotion;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import io.copyflow.topology.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rules of this instance made live for what was read before. All live processors must run by
 * them; those that do not have to be restarted first, which no processor can do by itself: then
 * this only says what to do.
 */
final class Promoting implements Action {

  private final Site site;
  private final List<String> cluster;
  private final Generation generation;
  private final boolean back;
  private final Replay replay;

  private Promoting(Site site, List<String> cluster, Generation generation, boolean back) {
    this.site = site;
    this.cluster = cluster;
    this.generation = generation;
    this.back = back;
    this.replay = new Replay(site);
  }

  /** What a generation came to made live. */
  static Promoting of(Site site, List<String> cluster, Generation generation) {
    return new Promoting(site, cluster, generation, false);
  }

  /** The rules of this instance made live again after those of a generation. */
  static Promoting back(Site site, List<String> cluster, Generation promoted) {
    return new Promoting(site, cluster, promoted, true);
  }

  @Override
  public String title() {
    return (back ? "Rolling back " : "Promotion of ") + generation.getId();
  }

  /** The flags hold this instance's rules; those of others only who has them can name. */
  @Override
  public String command() {
    var command = Narrowed.by(generation.getFilter(), new CommandLine("replay", "--promote"));
    if (!instead().isEmpty()) {
      command.with("--profiles", "DIR");
    }
    return command.with(instead().isEmpty() ? cluster : withoutProfiles(cluster)).toString();
  }

  private static List<String> withoutProfiles(List<String> flags) {
    var others = new ArrayList<String>();
    for (int i = 0; i + 1 < flags.size(); i += 2) {
      if (!flags.get(i).equals("--profiles")) {
        others.addAll(flags.subList(i, i + 2));
      }
    }
    return others;
  }

  @Override
  public List<String> touches() {
    return List.of(
        "Reads the raw topic to its end by this instance’s rules (%s), in this process, and compares with the live outputs."
            .formatted(site.extractor().version()),
        "The live processors read again what these rules read otherwise%s, and nothing else. Consumers see what changes with cause REPROCESS; no article is missing meanwhile."
            .formatted(expected()),
        "Then the generation’s topics, group and state are deleted. To go back: restart all processors by the earlier rules, and promote those.",
        "One re-drive or promotion works on a cluster at a time; stopped or killed, the same action goes on.");
  }

  private String expected() {
    return back || generation.getDiffering() == null
        ? ""
        : String.format(
            Locale.ROOT,
            " (%,d of %,d records differed when it was compared last)",
            generation.getDiffering(),
            generation.getCompared());
  }

  @Override
  public String instead() {
    boolean sameRules = generation.getRules().equals(site.extractor().version());
    if (back) {
      return sameRules
          ? "The processors run by these very rules (%s). Restart all of them by the earlier ones, the same build and the same --profiles; then roll back from here, or run the command."
              .formatted(generation.getRules())
          : "";
    }
    if (generation.getState() == GenerationState.PROMOTED) {
      return "This one is live already.";
    }
    return sameRules
        ? ""
        : "This instance runs by rules %s, and the generation by %s. Restart all processors by those, one after the other, with the same build and the same --profiles; then promote from here, or run the command."
            .formatted(site.extractor().version(), generation.getRules());
  }

  @Override
  public Result run(Progress progress) throws InterruptedException {
    var promotion = new Promotion(site, replay, new Progressing(progress));
    progress.at("asks the processors for their rules", 0, 0);
    Generation ready = promotion.read(generation.getFilter(), Pace.half());
    Result changes = Differences.of(replay, ready, progress);
    Promotion.Promoted promoted = promotion.run(ready);
    String summary =
        String.format(
            Locale.ROOT,
            "Promoted %s: %,d raw records were read again; %,d come out otherwise because of others.",
            ready.getId(),
            promoted.requested(),
            promoted.left());
    return Result.of(summary, changes.tables());
  }

  @Override
  public void stop() {
    replay.stop();
  }
}
