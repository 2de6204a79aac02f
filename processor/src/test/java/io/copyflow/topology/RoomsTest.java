package io.copyflow.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the rooms around extraction and identity must not know; see ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.copyflow", importOptions = DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule topology_knowsNoHtmlAndNoFiles =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.topology")
          .and()
          .doNotHaveSimpleName("Pipeline")
          .and()
          .doNotHaveSimpleName("InstanceId")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files");

  @ArchTest
  static final ArchRule ledger_knowsNothingOfHowVerdictsAreMade =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.copyflow.topology..", "org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule extraction_knowsNothingOfIdentity =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.extract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.copyflow.identity..", "io.copyflow.topology..");

  @ArchTest
  static final ArchRule nobody_fetchesWhatContentNames =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.copyflow.extract..", "io.copyflow.identity..", "io.copyflow.topology..")
          .should()
          .callMethod(java.net.URL.class, "openStream")
          .orShould()
          .callMethod(java.net.URL.class, "openConnection")
          .orShould()
          .callMethod(org.jsoup.Jsoup.class, "connect", String.class);
}
