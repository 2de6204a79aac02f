package io.copyflow.ledger.manifest;

/** A manifest that cannot be used; the message says which, where and why. */
public final class ManifestException extends Exception {

  private static final long serialVersionUID = 1L;

  ManifestException(String message) {
    super(message);
  }
}
