package io.copyflow.action;

import io.copyflow.deadletters.DeadLetters;
import io.copyflow.deadletters.Redrive;
import io.copyflow.http.RefusedException;
import io.copyflow.replay.Site;
import io.copyflow.reread.RereadWriter;
import io.copyflow.topology.Drain;
import java.util.List;
import java.util.Locale;

/** Dead letters tried again. */
final class Redriving implements Action {

  private final Site site;
  private final List<String> cluster;
  private final Letters which;
  private final int perSecond;
  private final Redrive redrive;

  Redriving(Site site, List<String> cluster, Letters which, int perSecond) {
    this.site = site;
    this.cluster = cluster;
    this.which = which;
    this.perSecond = perSecond;
    this.redrive = new Redrive(new DeadLetters(site.topics(), site.wire(), site.live().kafka()));
  }

  @Override
  public String title() {
    return "Re-drive of dead letters";
  }

  @Override
  public String command() {
    return which
        .command()
        .with("--rate", perSecond == 0 ? "" : Integer.toString(perSecond))
        .with(cluster)
        .toString();
  }

  @Override
  public List<String> touches() {
    return List.of(
        "The live processors read the raw records of %s again. The preview says how many these are."
            .formatted(which.words()),
        "Each one’s outcome is replaced, none is added; articles and outcomes that change say cause REDRIVE.",
        "What fails for the third time in a row is parked.",
        "Writes requests to %s. One re-drive or promotion works on a cluster at a time; stopped, what was asked for is done."
            .formatted(site.topics().rereads().name()));
  }

  @Override
  public Result run(Progress progress) throws Exception {
    var kafka = site.live().kafka();
    progress.at("waits for what is under way", 0, 0);
    try (var drain = new Drain(site.live().applicationId(), site.topics(), kafka)) {
      if (!drain.isWorked()) {
        throw new RefusedException(
            "no processor works on this cluster; it is one that reads again");
      }
      Redrive.Result came =
          redrive.run(
              () -> new RereadWriter(site.topics(), site.wire(), kafka),
              drain,
              () -> redrive.candidates(which.filter(), which.parked()),
              perSecond,
              (asked, all) -> progress.at("asks for raw records to be read again", asked, all),
              () -> null);
      return new Result(summary(came), List.of(), came.interrupted());
    }
  }

  private static String summary(Redrive.Result came) {
    return String.format(
        Locale.ROOT,
        "%,d read again: %,d resolved, %,d still open, %,d parked.",
        came.requested(),
        came.resolved(),
        came.open(),
        came.parked());
  }

  @Override
  public void stop() {
    redrive.stop();
  }
}
