package io.copyflow.identity;

import java.util.List;
import java.util.Objects;

/**
 * An article as consumers may see it: its history, and whether somebody withdrew it. A pure
 * function of both, so it does not matter which came first.
 *
 * @param history all that is known of it
 * @param withdrawn whether nobody may see it; its verdicts stay what they are
 */
public record Standing(History history, boolean withdrawn) {

  /** The raw records of the revisions that are published, in order; the last is the latest. */
  public List<RawRef> published() {
    return withdrawn ? List.of() : history.revisions();
  }

  /** Whether the verdict on a raw record, and who may see the article, is what it was before. */
  public boolean ruledAs(Standing before, RawRef raw) {
    return withdrawn == before.withdrawn
        && Objects.equals(history.rulings().get(raw), before.history.rulings().get(raw));
  }
}
