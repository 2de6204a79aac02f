package io.copyflow.topology;

/** State that this version cannot go on with; its message is one line for users. */
public final class StateRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;

  StateRefusedException(String applicationId, String what) {
    super(
        "the state of application "
            + applicationId
            + " cannot be used: "
            + what
            + "; derive everything from the raw topic again: ./copyflow rebuild, with the same"
            + " options");
    this.what = what;
  }

  /** What is wrong with it, without a remedy: whose state it is, decides on that. */
  public String what() {
    return what;
  }
}
