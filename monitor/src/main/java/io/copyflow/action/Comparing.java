package io.copyflow.action;

import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import java.util.List;

/** A generation held against the live outputs. */
final class Comparing implements Action {

  private final Site site;
  private final List<String> cluster;
  private final Generation generation;
  private final Replay replay;

  Comparing(Site site, List<String> cluster, Generation generation) {
    this.site = site;
    this.cluster = cluster;
    this.generation = generation;
    this.replay = new Replay(site);
  }

  @Override
  public String title() {
    return "Comparison of " + generation.getId();
  }

  @Override
  public String command() {
    return new CommandLine("replay", "diff", generation.getId()).with(cluster).toString();
  }

  @Override
  public List<String> touches() {
    return List.of(
        "Reads outcomes and articles of the live pipeline and of the generation; needs about 1 KB of temporary disk for each article and side.",
        "Writes how many differ to %s, and nothing else."
            .formatted(site.topics().generations().name()));
  }

  @Override
  public String instead() {
    return generation.getState() == GenerationState.READY
            || generation.getState() == GenerationState.PROMOTING
        ? ""
        : "Only a generation that has read all can be compared; this one is %s."
            .formatted(generation.getState());
  }

  @Override
  public Result run(Progress progress) throws InterruptedException {
    return Differences.of(replay, generation, progress);
  }

  @Override
  public void stop() {
    replay.stop();
  }
}
