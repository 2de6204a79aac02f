package io.copyflow.wire;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The schema registry gave no usable answer: unreachable, failing, or not a registry. It says
 * nothing about the record, which must not be given up for it: try again, or stop.
 */
public final class RegistryUnavailableException extends RetriableException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: which registry, what happened, what to look at
   */
  public RegistryUnavailableException(String message) {
    super(message);
  }
}
