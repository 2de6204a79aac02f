package io.copyflow.action;

import io.copyflow.http.RefusedException;
import java.util.List;

/** Something that an operator may have done, described before it is. Run once, by one thread. */
interface Action {

  /** What it is, in a few words. */
  String title();

  /** The same on a terminal. */
  String command();

  /** What it will touch, in sentences. */
  List<String> touches();

  /** Why it cannot be done from here, and what can; empty when it can. */
  default String instead() {
    return "";
  }

  /**
   * Does it.
   *
   * @throws RefusedException when it cannot go on, with the reason in a user's words
   * @throws java.util.concurrent.CancellationException after {@link #stop}
   */
  Result run(Progress progress) throws Exception;

  /** Ends it as soon as that leaves nothing half done; for another thread. */
  default void stop() {}

  /** Is told how it goes on. */
  interface Progress {
    /**
     * How far it is.
     *
     * @param what it does now
     * @param total 0 when nobody knows
     */
    void at(String what, long done, long total);
  }
}
