package io.copyflow.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copyflow.topics.Topics;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml repeats of the code, and what running it safely rests on. */
class ComposeFileTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  private static final Path FILE = ROOT.resolve("docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

  @Test
  void composeFile_isValid() throws Exception {
    assumeTrue(
        run("version") == 0, "no docker compose plugin: docker-compose.yml is not validated");

    assertThat(run("config", "--quiet")).isZero();
  }

  @Test
  void broker_isOfTheClientsVersion() throws IOException {
    assertThat(service("kafka"))
        .containsEntry("image", "apache/kafka:" + AppInfoParser.getVersion());
  }

  @Test
  void broker_takesTheLargestRecordOfTheCatalogue() throws IOException {
    String largest = Integer.toString(Topics.MAX_RECORD_BYTES);

    assertThat(environment("kafka"))
        .containsEntry("KAFKA_MESSAGE_MAX_BYTES", largest)
        .containsEntry("KAFKA_REPLICA_FETCH_MAX_BYTES", largest);
  }

  @Test
  void broker_keepsItsLogsOnTheVolume() throws IOException {
    String logs = environment("kafka").get("KAFKA_LOG_DIRS");

    assertThat(list(service("kafka"), "volumes")).containsExactly("kafka-data:" + logs);
  }

  @Test
  void ports_arePublishedOnThisMachineOnly() throws IOException {
    assertThat(services().values())
        .flatExtracting(service -> list(service, "ports"))
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void processor_hasNothingThatOnlyOneCanHave() throws IOException {
    assertThat(service("processor")).doesNotContainKeys("container_name", "ports", "hostname");
  }

  @Test
  void everyImage_hasATagThatStaysPut() throws IOException {
    assertThat(services().values())
        .extracting(service -> (String) service.get("image"))
        .allSatisfy(image -> assertThat(image).matches(".+:.+").doesNotEndWith(":latest"));
  }

  @Test
  void everyService_hasAMemoryLimit() throws IOException {
    assertThat(services())
        .allSatisfy(
            (name, service) -> assertThat(service.get("deploy").toString()).contains("memory="));
  }

  @Test
  void everyVariable_isExplained() throws IOException {
    var used = VARIABLE.matcher(Files.readString(FILE)).results().map(found -> found.group(1));

    assertThat(used.distinct())
        .allSatisfy(
            name -> assertThat(ROOT.resolve(".env.example")).content().contains(name + "="));
  }

  @Test
  void prometheus_scrapesWhoeverServesMetrics() throws IOException {
    String scraped = Files.readString(ROOT.resolve("docker/prometheus.yml"));
    List<String> serving =
        services().entrySet().stream()
            .filter(service -> String.valueOf(service.getValue()).contains("COPYFLOW_HTTP_PORT"))
            .map(Map.Entry::getKey)
            .sorted(Comparator.reverseOrder())
            .toList();

    assertThat(serving).isNotEmpty();
    assertThat(scraped).contains("names: " + serving);
  }

  @Test
  void mountedFiles_areThere() throws IOException {
    assertThat(services().values())
        .flatExtracting(service -> service.containsKey("profiles") ? mounts(service) : List.of())
        .isNotEmpty()
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  /** What a service has of the project's own files. */
  private static List<String> mounts(Map<String, Object> service) {
    return ((List<?>) service.getOrDefault("volumes", List.of()))
        .stream()
            .map(String::valueOf)
            .filter(volume -> volume.startsWith("./"))
            .map(volume -> volume.substring(0, volume.indexOf(':')))
            .toList();
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Files.readString(FILE));
    return file.get("services");
  }

  private static Map<String, Object> service(String name) throws IOException {
    return services().get(name);
  }

  @SuppressWarnings("unchecked") // a map of strings, as YAML has it
  private static Map<String, String> environment(String name) throws IOException {
    return (Map<String, String>) service(name).get("environment");
  }

  @SuppressWarnings("unchecked") // strings, where a service has the list at all
  private static List<String> list(Map<String, Object> service, String key) {
    return (List<String>) service.getOrDefault(key, List.of());
  }

  /** Exit code of docker compose; -1 where there is no docker. */
  private static int run(String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("docker", "compose"));
    command.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
