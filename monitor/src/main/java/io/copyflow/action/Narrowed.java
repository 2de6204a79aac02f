package io.copyflow.action;

import io.copyflow.avro.ReplayFilter;
import org.jspecify.annotations.Nullable;

/** A replay's filter on the command line. */
final class Narrowed {

  private Narrowed() {}

  /** Adds the options that mean the same. */
  static CommandLine by(ReplayFilter filter, CommandLine command) {
    return command
        .with("--since", text(filter.getSince()))
        .with("--until", text(filter.getUntil()))
        .with("--source", text(filter.getSource()))
        .with("--url", text(filter.getArticleId()))
        .with("--reason", text(filter.getReason()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
