package io.copyflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the pipeline costs, held to bounds that a busy machine does not move: bytes allocated for
 * each article, and CPU time as a multiple of a floor that takes turns with it. Never time on a
 * clock. The bounds are generous: this finds what became half as dear again; {@code copyflow bench
 * --against} finds a tenth.
 */
class BenchGateTest {

  private static final int FILES = 300;

  /** Measured: {@value #MEASURED_BYTES}; an article has 8 KB. */
  private static final double MEASURED_BYTES = 1;

  private static final double MOST_BYTES = 1.5 * MEASURED_BYTES;

  /** Measured without the second compiler, as tests run. */
  private static final double MEASURED_RATIO = 1;

  private static final double MOST_RATIO = 2 * MEASURED_RATIO;

  @Test
  void costOfAnArticle_isBounded() throws Exception {
    var said = new ArrayList<String>();
    var plan =
        new BenchPlan(
            null,
            FILES,
            List.of(Job.PASS_THROUGH_PARSE, Job.PIPELINE),
            1,
            4,
            Duration.ZERO,
            Duration.ZERO,
            false,
            Settings.of(List.of()));

    BenchResult result = new Bench(plan, "test", said::add).run();

    assertThat(result.corpus().articles()).isEqualTo(FILES);
    assertThat(said).anyMatch(line -> line.contains("round 4"));
    assertThat(figure(result, "pipeline.allocation").median())
        .as("bytes allocated for an article")
        .isBetween(MEASURED_BYTES / 3, MOST_BYTES);
    assertThat(figure(result, "pipeline.per-pass-through-parse").median())
        .as("CPU time of the pipeline, in that of its floor")
        .isBetween(1.0, MOST_RATIO);
    assertThat(figure(result, "stage.cpu.extraction").median()).isPositive();
  }

  private static Figure figure(BenchResult result, String name) {
    return result.figure(name).orElseThrow();
  }
}
