package io.copyflow.action;

import java.util.ArrayList;
import java.util.List;

/** A command of Copyflow's, word by word. */
final class CommandLine {

  private final List<String> words = new ArrayList<>();

  CommandLine(String... command) {
    words.addAll(List.of(command));
  }

  /** An option with a value; left out when that is empty. */
  CommandLine with(String option, String value) {
    if (!value.isEmpty()) {
      words.add(option);
      words.add(value);
    }
    return this;
  }

  CommandLine with(String option, boolean isSet) {
    if (isSet) {
      words.add(option);
    }
    return this;
  }

  CommandLine with(List<String> more) {
    words.addAll(more);
    return this;
  }

  @Override
  public String toString() {
    return Shell.command(words);
  }
}
