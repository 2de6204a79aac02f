package io.copyflow.wire;

import org.apache.kafka.common.errors.SerializationException;

/** A record in a known format, of a schema that neither this build nor the registry knows. */
public final class UnknownSchemaException extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnknownSchemaException(String message) {
    super(message);
  }
}
