package io.copyflow.topology;

import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Window;

/**
 * What verdicts on copies rest on beside the raw records. The same for all instances: state that
 * was made under other rules is not taken over.
 *
 * @param reissues what becomes of a text that its publisher issues again under another id
 * @param window for how long a content makes copies of others
 */
public record Dedup(Reissues reissues, Window window) {

  /** Re-issues are copies, and so is every copy, however late it comes. */
  static final Dedup STANDARD = new Dedup(Reissues.DUPLICATE, Window.NONE);

  /** What the store of histories is called: other verdicts rest on it under other rules. */
  String histories() {
    return ArticleTopology.HISTORIES
        + (reissues == Reissues.ARTICLE ? "-reissues" : "")
        + (window.isNone() ? "" : "-window-" + window.days());
  }
}
