package io.copyflow.cli;

import io.copyflow.settings.Settings;
import io.copyflow.topics.TopicAdmin;

/** Holds a cluster's topics against the catalogue before anything is written to them. */
final class CatalogueCheck {

  private CatalogueCheck() {}

  /** Creates what is missing, then checks. */
  static void create(Settings settings, Cluster cluster) throws CommandFailedException {
    try (var admin = TopicAdmin.connect(settings.topics(), cluster.client(settings))) {
      var unused = admin.create();
      check(admin);
    }
  }

  /** Refuses topics that are not as the catalogue has them. */
  static void check(Settings settings, Cluster cluster) throws CommandFailedException {
    try (var admin = TopicAdmin.connect(settings.topics(), cluster.client(settings))) {
      check(admin);
    }
  }

  private static void check(TopicAdmin admin) throws CommandFailedException {
    var problems = admin.check();
    if (!problems.isEmpty()) {
      throw new CommandFailedException(ExitCode.FAILED, problems.get(0).line());
    }
  }
}
