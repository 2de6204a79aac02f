package io.copyflow.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The two calls of Confluent's REST API that a serde needs. Thread-safe; caches nothing.
 *
 * <p>An answer about the schema is final: {@link SerializationException}. No answer, or one that is
 * not a registry's, is {@link RegistryUnavailableException}.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Schema
 *     Registry API</a>
 */
final class RegistryClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int SCHEMA_NOT_FOUND = 40403;

  private final RegistrySettings settings;
  private final HttpClient http;

  RegistryClient(RegistrySettings settings) {
    this.settings = settings;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** Registers a schema under a subject, unless it is there; its id either way. */
  int register(String subject, Schema schema) {
    var body = JSON.createObjectNode().put("schema", schema.toString()).toString();
    var path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    var answer = ask(path, HttpRequest.BodyPublishers.ofString(body), "POST");
    if (answer.status() == 409 || answer.status() == 422) {
      throw new SerializationException(
          "the schema registry refuses %s under %s: %s"
              .formatted(schema.getName(), subject, answer.message()));
    }
    return answer.required("id").asInt();
  }

  /** The schema that has an id. */
  Schema schema(int id) {
    var answer = ask("/schemas/ids/" + id, HttpRequest.BodyPublishers.noBody(), "GET");
    if (answer.status() == 404 && answer.errorCode() == SCHEMA_NOT_FOUND) {
      throw new UnknownSchemaException(
          "the schema registry %s has no schema with id %d".formatted(answer.url(), id));
    }
    return parse(answer, id);
  }

  private static Schema parse(Answer answer, int id) {
    try {
      return new Schema.Parser().parse(answer.required("schema").asText());
    } catch (AvroRuntimeException e) {
      throw new SerializationException(
          "schema %d of the registry %s is not an Avro schema".formatted(id, answer.url()), e);
    }
  }

  /** The first answer that any address gives; a failing one is passed over. */
  private Answer ask(String path, HttpRequest.BodyPublisher body, String method) {
    List<String> failures = new ArrayList<>();
    for (var url : settings.urls()) {
      try {
        var answer = send(url, path, body, method);
        if (answer.status() < 500 && answer.status() != 429) {
          return answer;
        }
        failures.add(url + ": status " + answer.status() + " " + answer.message());
      } catch (IOException e) {
        failures.add(url + ": " + Optional.ofNullable(e.getMessage()).orElse("no connection"));
      }
    }
    throw new RegistryUnavailableException(
        "schema registry unavailable, try again later: " + String.join("; ", failures));
  }

  private Answer send(URI url, String path, HttpRequest.BodyPublisher body, String method)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(url.toString().replaceAll("/+$", "") + path))
            .timeout(settings.timeout())
            .header("Accept", MEDIA_TYPE + ", application/json")
            .header("Content-Type", MEDIA_TYPE)
            .method(method, body);
    credentials().ifPresent(value -> request.header("Authorization", value));
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(url, response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Optional<String> credentials() {
    return settings
        .userInfo()
        .map(secret -> secret.value().getBytes(StandardCharsets.UTF_8))
        .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  /** What one address said. */
  private record Answer(URI url, int status, JsonNode body) {

    private static final Map<Integer, String> HINTS =
        Map.of(
            401, "it asks for a password: set " + RegistrySettings.USER_INFO,
            403, "it denies access to this user",
            404, "is the path of " + RegistrySettings.URL + " right?");

    int errorCode() {
      return body.path("error_code").asInt();
    }

    String message() {
      return body.path("message").asText().replaceAll("\\p{Cntrl}+", " ");
    }

    JsonNode required(String field) {
      var value = body.path(field);
      if (status == 200 && !value.isMissingNode()) {
        return value;
      }
      throw new RegistryUnavailableException(
          "no schema registry's answer from %s: status %d %s"
              .formatted(url, status, HINTS.getOrDefault(status, message())));
    }
  }
}
