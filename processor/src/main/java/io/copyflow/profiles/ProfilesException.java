package io.copyflow.profiles;

/** Publisher files or articles cannot be had. The message is one line and names the remedy. */
public final class ProfilesException extends Exception {

  private static final long serialVersionUID = 1L;

  ProfilesException(String message) {
    super(message);
  }
}
