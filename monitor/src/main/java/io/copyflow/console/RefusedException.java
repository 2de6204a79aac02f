package io.copyflow.console;

/** What is asked will not be done. The message is one line for whoever asked. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String why) {
    super(why);
  }
}
