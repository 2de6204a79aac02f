package io.copyflow.http;

/** What is asked will not be done. The message is one line for whoever asked. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Refuses, and says why. */
  public RefusedException(String why) {
    super(why);
  }
}
