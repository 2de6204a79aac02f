package io.copyflow.settings;

/**
 * A setting that is unknown or out of bounds. The message is one line: where it was set, which,
 * why, and what is allowed. Values of secrets are not in it.
 */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1L;

  SettingsException(String origin, String message) {
    super(origin + ": " + message);
  }
}
