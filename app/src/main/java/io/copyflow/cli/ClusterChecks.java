package io.copyflow.cli;

import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topics.ClusterUnreachableException;
import io.copyflow.topics.TopicAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** The doctor's look at the cluster and the schema registry. Changes nothing. */
final class ClusterChecks {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ClusterChecks() {}

  static List<Finding> of(Settings settings, String bootstrapServer) {
    Map<String, Object> client = settings.client(bootstrapServer);
    client.putIfAbsent("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    try (var admin = TopicAdmin.connect(settings.topics(), client)) {
      return topics(admin, bootstrapServer);
    } catch (ClusterUnreachableException e) {
      return List.of(Finding.unreachable("cluster", Failure.said(e)));
    } catch (KafkaException e) {
      return List.of(Finding.failed("cluster", bootstrapServer + " refuses: " + Failure.said(e)));
    }
  }

  static List<Finding> registry(Settings settings) {
    return settings
        .registry()
        .getOrDefault(SettingKeys.REGISTRY_URL, "")
        .lines()
        .flatMap(urls -> List.of(urls.split(",")).stream())
        .map(String::strip)
        .map(ClusterChecks::registryAt)
        .toList();
  }

  private static List<Finding> topics(TopicAdmin admin, String bootstrapServer) {
    var problems = admin.check();
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("cluster", bootstrapServer + " answers"));
    problems.forEach(problem -> findings.add(Finding.failed("topics", problem.line())));
    if (problems.isEmpty()) {
      findings.add(Finding.ok("topics", "all are there, as the catalogue has them"));
    }
    return findings;
  }

  private static Finding registryAt(String url) {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/subjects"))
              .timeout(PATIENCE)
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      // It answers, and asks who we are: that it is there is all that is asked here.
      return status == 200 || status == 401
          ? Finding.ok("schema registry", url + " answers")
          : Finding.failed("schema registry", url + " answers with status " + status);
    } catch (IOException | IllegalArgumentException e) {
      return Finding.failed("schema registry", url + " cannot be reached; is the address right?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.warning("schema registry", url + " not checked: interrupted");
    }
  }
}
