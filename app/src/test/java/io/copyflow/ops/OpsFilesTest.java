package io.copyflow.ops;

import static io.copyflow.ops.OpsFiles.PROMETHEUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.ops.OpsFiles.Expression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the files without anything that runs. */
class OpsFilesTest {

  @TempDir Path directory;

  @Test
  void rules_doWhatTheirTestsSay() throws Exception {
    Prometheus.need();

    Prometheus.promtool(PROMETHEUS, "check", "config", "prometheus.yml");
    Prometheus.promtool(
        PROMETHEUS, "test", "rules", "copyflow.rules.test.yml", "copyflow.days.test.yml");
  }

  @Test
  void everyAlert_hasARunbookAndATestOfEachKind() throws Exception {
    String rules = Files.readString(PROMETHEUS.resolve("copyflow.rules.yml"));
    String tests =
        Files.readString(PROMETHEUS.resolve("copyflow.rules.test.yml"))
            + Files.readString(PROMETHEUS.resolve("copyflow.days.test.yml"));
    List<String> names = OpsFiles.alerts().stream().map(Expression::place).toList();

    assertThat(names).hasSize(rules.split("- alert: ", -1).length - 1).doesNotHaveDuplicates();
    assertThat(names)
        .allSatisfy(name -> assertThat(rules).contains("runbook: docs/runbooks/" + name + ".md"))
        .allSatisfy(name -> assertThat(tests).contains("name: " + name + " fires"))
        .allSatisfy(name -> assertThat(tests).contains("name: " + name + " keeps quiet"));
    try (Stream<Path> runbooks = Files.list(OpsFiles.RUNBOOKS)) {
      assertThat(runbooks.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names.stream().map(name -> name + ".md").toList());
    }
  }

  /** As rules, since promtool has no other way to parse an expression without a server. */
  @Test
  void everyExpressionOfADashboard_parses() throws Exception {
    Prometheus.need();
    List<Expression> panels = OpsFiles.panels();
    var rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    IntStream.range(0, panels.size())
        .forEach(i ->
            rules.append(
                "      - record: panel%d\n        expr: '%s'\n"
                    .formatted(i, panels.get(i).text().replace("'", "''"))));
    Files.writeString(directory.resolve("panels.yml"), rules);

    assertThat(Prometheus.promtool(directory, "check", "rules", "panels.yml"))
        .contains(panels.size() + " rules found");
  }

  @Test
  void dashboards_haveWhatGrafanaNeeds() throws Exception {
    var ids = new HashSet<String>();
    for (Path file : OpsFiles.dashboards()) {
      JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
      ids.add(dashboard.get("uid").asText());
      assertThat(file).hasFileName(dashboard.get("uid").asText() + ".json");
      assertThat(dashboard.get("title").asText()).startsWith("Copyflow: ");
      assertThat(overlaps(dashboard.get("panels"))).as("%s", file).isEmpty();
    }
    assertThat(ids).hasSize(5);
  }

  private static List<String> overlaps(JsonNode panels) {
    var taken = new HashSet<String>();
    var overlaps = new ArrayList<String>();
    for (JsonNode panel : panels) {
      JsonNode at = panel.get("gridPos");
      for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
        if (x >= 24 || !taken.add(x + "," + at.get("y").asInt())) {
          overlaps.add(panel.get("title").asText());
        }
      }
    }
    return overlaps;
  }
}
