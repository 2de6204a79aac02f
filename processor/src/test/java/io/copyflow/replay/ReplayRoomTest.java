package io.copyflow.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Replays see topics and the topology from outside. */
@AnalyzeClasses(packages = "io.copyflow", importOptions = DoNotIncludeTests.class)
class ReplayRoomTest {

  @ArchTest
  static final ArchRule replay_knowsNoHtmlAndNoStreams =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.replay..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jsoup..", "org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule diff_writesNoTopics =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.replay.diff..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.clients.producer..", "io.copyflow.topology..");

  @ArchTest
  static final ArchRule nobodyBelow_knowsReplays =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.copyflow.topology..", "io.copyflow.ledger..", "io.copyflow.extract..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.copyflow.replay..");
}
