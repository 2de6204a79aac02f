package io.copyflow.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What lies under {@code ops/}. */
public final class OpsFiles {

  /** Prometheus' configuration and rules. */
  public static final Path PROMETHEUS = Path.of("..", "ops", "prometheus");

  static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
  static final Path DASHBOARDS = Path.of("..", "ops", "grafana", "dashboards");

  private static final String RULES = "copyflow.rules.yml";
  private static final Pattern ALERT =
      Pattern.compile("- alert: (\\w+)\\n +expr: (?:>-\\n((?: {10,}.*\\n)+)|(.*)\\n)");
  private static final Pattern METRIC = Pattern.compile("\\b(?:copyflow|kafka|jvm|process)_\\w+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpsFiles() {}

  /**
   * An expression of Prometheus.
   *
   * @param place where it stands
   */
  public record Expression(String place, String text) {

    /** The metrics that it names. */
    public List<String> metrics() {
      return METRIC.matcher(text).results().map(found -> found.group()).distinct().toList();
    }
  }

  /** The alerts' expressions, by their names. */
  public static List<Expression> alerts() throws IOException {
    var alerts = new ArrayList<Expression>();
    Matcher found = ALERT.matcher(Files.readString(PROMETHEUS.resolve(RULES)));
    while (found.find()) {
      String text = found.group(2) == null ? found.group(3) : found.group(2);
      alerts.add(new Expression(found.group(1), text.strip()));
    }
    return alerts;
  }

  /** The dashboards' expressions, with what Grafana puts into them. */
  public static List<Expression> panels() throws IOException {
    var panels = new ArrayList<Expression>();
    for (Path file : dashboards()) {
      JsonNode dashboard = JSON.readTree(file.toFile());
      for (JsonNode panel : dashboard.get("panels")) {
        String place = file.getFileName() + ", " + panel.get("title").asText();
        StreamSupport.stream(panel.get("targets").spliterator(), false)
            .map(target -> target.get("expr").asText())
            .forEach(text -> panels.add(new Expression(place, asGrafanaAsks(text))));
      }
    }
    return panels;
  }

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      return files.sorted().toList();
    }
  }

  private static String asGrafanaAsks(String text) {
    return text.replace("$__rate_interval", "1m").replace("$job", ".*").replace("$instance", ".*");
  }

  /**
   * Writes the configuration for a test: its own targets, and a round every two seconds.
   *
   * @param targets {@code HOST:PORT} of each
   * @param drill whether alerts fire at once, and look back for seconds where it was minutes
   */
  public static void write(Path folder, List<String> targets, boolean drill) throws IOException {
    String quoted = targets.stream().map(target -> '"' + target + '"').toList().toString();
    String configuration =
        Files.readString(PROMETHEUS.resolve("prometheus.yml"))
            .replace("[\"127.0.0.1:8080\"]", quoted)
            .replace("interval: 15s", "interval: 2s");
    Files.writeString(folder.resolve("prometheus.yml"), configuration);
    String rules = Files.readString(PROMETHEUS.resolve(RULES));
    Files.writeString(folder.resolve(RULES), drill ? shortened(rules) : rules);
  }

  private static String shortened(String rules) {
    return rules.replaceAll("for: \\d+m", "for: 1s").replaceAll("\\[\\d+m]", "[20s]");
  }
}
