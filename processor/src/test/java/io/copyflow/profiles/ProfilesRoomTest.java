package io.copyflow.profiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Trying a publisher file sees the extractor from outside. */
@AnalyzeClasses(packages = "io.copyflow", importOptions = DoNotIncludeTests.class)
class ProfilesRoomTest {

  @ArchTest
  static final ArchRule trials_knowNoKafka =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.profiles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..", "io.copyflow.avro..", "io.copyflow.topology..", "org.jsoup..");

  @ArchTest
  static final ArchRule extraction_doesNotReadFolders =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.extract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.copyflow.profiles..", "java.nio.file..");
}
