package io.copyflow.eval;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Scoring sees the extractor from outside, and the extractor does not see its judge. */
@AnalyzeClasses(packages = "io.copyflow", importOptions = DoNotIncludeTests.class)
class EvalRoomTest {

  @ArchTest
  static final ArchRule scoring_knowsNoKafka =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.eval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..", "io.copyflow.avro..", "io.copyflow.topology..", "org.jsoup..");

  @ArchTest
  static final ArchRule extraction_doesNotKnowItsJudge =
      noClasses()
          .that()
          .resideInAPackage("io.copyflow.extract..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.copyflow.eval..");
}
