package io.copyflow.action;

import io.copyflow.action.Action.Progress;
import io.copyflow.avro.Generation;
import io.copyflow.replay.Watcher;
import java.util.Locale;

/** Tells a replay's progress as an action's. Used by one thread at a time. */
final class Progressing implements Watcher {

  private final Progress progress;
  private long records;
  private long asked;

  Progressing(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void reads(Generation generation, boolean again) {
    progress.at("generation %s reads the raw topic".formatted(generation.getId()), 0, 0);
  }

  @Override
  public void hasRead(long done, long total) {
    progress.at("reads the raw topic", done, total);
  }

  @Override
  public void requests(long more) {
    records += more;
    tell();
  }

  @Override
  public void requested(long more) {
    asked += more;
    tell();
  }

  private void tell() {
    String what = String.format(Locale.ROOT, "the live processors read %,d records again", records);
    progress.at(what, asked, records);
  }
}
