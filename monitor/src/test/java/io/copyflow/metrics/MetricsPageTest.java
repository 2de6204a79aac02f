package io.copyflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/metrics.md} when run with {@code -Ddocs.update=true}. */
class MetricsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  private static final String HEAD =
      """
      # Metrics

      This page is generated from the declarations (`mvn -pl monitor -am test -Dtest=MetricsPageTest -Ddocs.update=true`).

      `run`, `process` and `ingest --watch` serve them at `/metrics` ([operations.md](operations.md#watching)); they are all that is there. Alerts, dashboards and a configuration of Prometheus lie in [ops/](../ops).

      Labels are bounded: 20 publishers have their names (those that show regularly first), the others are `other`, and `unknown` where an article names none; 200 sources are watched; the rest are constants of the code, partitions and topics.

      Counters count what a process did since it started; work that a crash or a rebalance made it do again is counted again. What is true for good is in the [ledger](ledger.md). Once everything is drained, and without such work, summed over all processes:

      - `copyflow_raw_records_total` = `copyflow_outcomes_total`
      - `copyflow_outcomes_total{kind="REJECTED"}` = `copyflow_dead_letters_total`
      - raw records with outcome K now = `copyflow_outcomes_total{kind="K"}` + `copyflow_corrections_total{to="K"}` − `copyflow_corrections_total{from="K"}`

      ## Our own

      | metric | type | labels | what it says |
      |---|---|---|---|
      """;

  private static final String CHOSEN =
      """

      ## Kafka's and the JVM's

      Chosen from about 400; the labels are those that Kafka and Micrometer give them. Left out on purpose: rates of tasks and stores, which are a constant 0 at Kafka's usual recording level; `number-open-files`, whose −1 makes a whole scrape fail; joins and syncs, which vanish with the newer group protocol; restore totals, which are counters that fall.

      | metric | what it says |
      |---|---|
      """;

  @Test
  void page_isUpToDate() throws Exception {
    String page =
        HEAD
            + Stream.of(Own.values()).map(MetricsPageTest::row).collect(Collectors.joining())
            + CHOSEN
            + Chosen.METERS.values().stream()
                .map(meter -> "| %s | %s |\n".formatted(codes(meter.exported()), meter.why()))
                .collect(Collectors.joining());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Ddocs.update=true").hasContent(page);
  }

  private static String row(Own metric) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            codes(metric.exported()),
            metric.type().name().toLowerCase(Locale.ROOT),
            codes(metric.labels()),
            metric.help());
  }

  private static String codes(List<String> names) {
    return names.stream().map(MetricsPageTest::code).collect(Collectors.joining(", "));
  }

  private static String code(String name) {
    return "`" + name + "`";
  }
}
