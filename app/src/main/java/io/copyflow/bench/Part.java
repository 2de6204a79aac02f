package io.copyflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a child process does: it answers requests, one after the other. */
interface Part extends AutoCloseable {

  /** Answers one request; whatever it throws is the parent's to report. */
  ObjectNode answer(JsonNode request) throws Exception;

  @Override
  void close() throws Exception;
}
