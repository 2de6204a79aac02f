package io.copyflow.action;

import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import java.util.List;

/** A generation deleted. */
final class Discarding implements Action {

  private final Site site;
  private final List<String> cluster;
  private final Generation generation;

  Discarding(Site site, List<String> cluster, Generation generation) {
    this.site = site;
    this.cluster = cluster;
    this.generation = generation;
  }

  @Override
  public String title() {
    return "Discarding " + generation.getId();
  }

  @Override
  public String command() {
    return new CommandLine("replay", "discard", generation.getId()).with(cluster).toString();
  }

  @Override
  public List<String> touches() {
    return List.of(
        "Deletes the generation’s topics, its consumer group, and its state folder on this machine. It cannot be brought back, only made again.",
        "Nothing live is touched.");
  }

  @Override
  public String instead() {
    return generation.getState() == GenerationState.PROMOTED
        ? "This one is live, and has nothing left to delete. To go back, promote the earlier rules."
        : "";
  }

  @Override
  public Result run(Progress progress) throws InterruptedException {
    progress.at("deletes topics, progress and state", 0, 0);
    new Replay(site).discard(generation);
    return Result.of(generation.getId() + " is discarded.", List.of());
  }
}
