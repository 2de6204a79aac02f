package io.copyflow.action;

import io.copyflow.avro.Generation;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import io.copyflow.topology.Pace;
import java.util.List;

/** The raw topic read again by this instance's rules, beside the live outputs, and compared. */
final class Replaying implements Action {

  private final Site site;
  private final List<String> cluster;
  private final ReplayFilter filter;
  private final Replay replay;

  Replaying(Site site, List<String> cluster, ReplayFilter filter) {
    this.site = site;
    this.cluster = cluster;
    this.filter = filter;
    this.replay = new Replay(site);
  }

  @Override
  public String title() {
    return "Preview of a replay";
  }

  @Override
  public String command() {
    return Narrowed.by(filter, new CommandLine("replay")).with(cluster).toString();
  }

  @Override
  public List<String> touches() {
    return List.of(
        "Reads the whole raw topic by this instance’s rules (%s), in this process: one thread at half a core’s time, and memory and disk for a second state."
            .formatted(site.extractor().version()),
        "Live progress, state and outputs are not touched. The generation keeps topics, a consumer group and a state folder until it is promoted or discarded.",
        "Stopped, or ended with the process, the same action goes on from there.");
  }

  @Override
  public Result run(Progress progress) throws InterruptedException {
    Generation generation = replay.run(filter, Pace.half(), new Progressing(progress));
    return Differences.of(replay, generation, progress);
  }

  @Override
  public void stop() {
    replay.stop();
  }
}
