package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.logging.Printable;
import io.copyflow.wire.Json;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code -o}, and printing as it asks. */
final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print data: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  /**
   * Prints a list of the same things.
   *
   * @param lines for people
   * @param items the same for programs: one array, or one a line
   */
  void print(PrintStream out, List<String> lines, List<? extends JsonNode> items) {
    switch (format) {
      case TEXT -> lines.forEach(line -> out.println(Printable.line(line)));
      case JSON -> out.println(Json.line(array(items)));
      case JSONL -> items.forEach(item -> out.println(Json.line(item)));
    }
  }

  /** Prints things of one kind one by one, in the form that {@link #print} gives a list. */
  ItemPrinter items(PrintStream out) {
    return new ItemPrinter(out, format);
  }

  /** Whether it is people who read. */
  boolean isText() {
    return format == Format.TEXT;
  }

  /** Whether programs read, line by line. */
  boolean isLines() {
    return format == Format.JSONL;
  }

  /** Prints one thing: as lines for people, or as one JSON object. */
  void print(PrintStream out, List<String> lines, JsonNode item) {
    if (isText()) {
      lines.forEach(line -> out.println(Printable.line(line)));
    } else {
      out.println(Json.line(item));
    }
  }

  /** Prints one thing: for people, or as one JSON object. */
  void print(PrintStream out, String line, JsonNode item) {
    out.println(isText() ? Printable.line(line) : Json.line(item));
  }

  private static JsonNode array(List<? extends JsonNode> items) {
    var array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }
}
