package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.logging.Printable;
import io.copyflow.wire.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Prints things of one kind as they come, so that memory does not grow with their number: lines,
 * one JSON array, or a JSON object a line. Closing ends the array.
 */
final class ItemPrinter implements AutoCloseable {

  private final PrintStream out;
  private final Format format;
  private boolean begun;

  ItemPrinter(PrintStream out, Format format) {
    this.out = out;
    this.format = format;
  }

  /** Prints one thing, in the form that is asked for; the other one is never made. */
  void print(Supplier<List<String>> lines, Supplier<JsonNode> item) {
    switch (format) {
      case TEXT -> lines.get().forEach(line -> out.println(Printable.line(line)));
      case JSON -> out.print((begun ? "," : "[") + Json.line(item.get()));
      case JSONL -> out.println(Json.line(item.get()));
    }
    begun = true;
  }

  @Override
  public void close() {
    if (format == Format.JSON) {
      out.println(begun ? "]" : "[]");
    }
  }
}
