package io.copyflow.cli;

import java.util.concurrent.Callable;

/** A subcommand whose options include settings. */
interface Command extends Callable<Integer> {

  /** The options that are settings. */
  SettingsOptions settings();
}
