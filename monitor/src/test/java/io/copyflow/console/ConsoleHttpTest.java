package io.copyflow.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.action.Actions;
import io.copyflow.action.Sites;
import io.copyflow.http.HttpService;
import io.copyflow.http.HttpSettings;
import io.copyflow.http.JsonPost;
import io.copyflow.http.Route;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console serves, asked as no browser would. */
@Timeout(60)
class ConsoleHttpTest {

  /** A cluster that nobody can reach, with a configuration that no client takes. */
  private static final Reach NOWHERE =
      new Reach(
          new Topics("test.", 1),
          Wire.singleObject(),
          Map.of("bootstrap.servers", "127.0.0.1:1", "max.poll.records", "none"),
          new NoRules());

  private final HttpClient client = HttpClient.newHttpClient();
  private final Console console =
      new Console(
          () -> Looks.running().look(),
          NOWHERE,
          Actions.off(Sites.NOWHERE, List.of(), "Not here."));
  private HttpService service;

  @BeforeEach
  void serve() throws Exception {
    var routes = new ArrayList<>(console.routes());
    var echo = new JsonPost(request -> Map.of("said", request), Runnable::run);
    routes.add(new Route("/console/echo", echo));
    var broken =
        new JsonPost(
            request -> {
              throw new IllegalStateException("nobody may see this");
            },
            Runnable::run);
    routes.add(new Route("/console/broken", broken));
    service = HttpService.start(new HttpSettings("127.0.0.1", 0, List.of(), ""), routes);
  }

  @AfterEach
  void close() {
    console.close();
    service.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.address() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder echo(String body) {
    return request("/console/echo")
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void page_holdsNoScriptOrStyleAndNamesOnlyThisServer() throws Exception {
    var page = send(request("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body())
        .doesNotContain("<style", " style=", "http://", "https://", "javascript:")
        .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void everythingThatThePageLoads_isServed() throws Exception {
    String page = send(request("/")).body();
    var names = java.util.regex.Pattern.compile("(?:src|href)=\"(/console/[^\"]+)\"").matcher(page);
    var loaded = new ArrayList<String>();
    while (names.find()) {
      loaded.add(names.group(1));
      assertThat(send(request(names.group(1))).statusCode()).as(names.group(1)).isEqualTo(200);
    }
    assertThat(loaded).contains("/console/console.js", "/console/console.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/index.html", "/console/", "/console/Console.class", "/console/%2e%2e/x", "/x"})
  void whatIsNotOnTheList_isNotServed(String path) throws Exception {
    assertThat(send(request(path)).statusCode()).isBetween(400, 404);
  }

  @Test
  void listener_isToldEverySecondAndFirstTheWholeHour() throws Exception {
    var stream = client.send(request("/console/events").build(), BodyHandlers.ofInputStream());
    var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
    assertThat(lines.readLine()).startsWith("retry: ");
    assertThat(lines.readLine()).isEmpty();
    console.tick();
    JsonNode first = event(lines);
    assertThat(stream.headers().firstValue("content-type"))
        .hasValue("text/event-stream; charset=utf-8");
    assertThat(first.at("/verdict/title").asText()).isEqualTo("Healthy");
    assertThat(first.at("/history/in")).hasSize(History.POINTS);
    console.tick();
    assertThat(event(lines).path("history").isNull()).isTrue();
    stream.body().close();
  }

  private static JsonNode event(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    assertThat(line).startsWith("data: ");
    assertThat(lines.readLine()).isEmpty();
    return new ObjectMapper().readTree(line.substring("data: ".length()));
  }

  @Test
  void listeners_areBoundedAndMakeRoomWhenTheyLeave() throws Exception {
    var streams = new ArrayList<InputStream>();
    for (int i = 0; i < EventStream.MOST_CLIENTS; i++) {
      streams.add(
          client.send(request("/console/events").build(), BodyHandlers.ofInputStream()).body());
    }
    assertThat(send(request("/console/events")).statusCode()).isEqualTo(503);

    for (InputStream stream : streams) {
      stream.close();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          console.tick();
          var again = client.send(request("/console/events").build(), BodyHandlers.ofInputStream());
          again.body().close();
          return again.statusCode() == 200;
        });
  }

  @Test
  void post_ofJson_isAnswered() throws Exception {
    var answer = send(echo("{}"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"said\":{}}");
  }

  @Test
  void post_fromAFormOrAnotherPage_isRefused() throws Exception {
    assertThat(send(echo("{}").setHeader("content-type", "text/plain")).statusCode())
        .isEqualTo(415);
    assertThat(send(echo("{}").header("origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void get_changesNothing() throws Exception {
    assertThat(send(echo("{}").GET()).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "nonsense"})
  void whatIsNoJsonObject_isRefused(String body) throws Exception {
    assertThat(send(echo(body)).statusCode()).isEqualTo(400);
  }

  @Test
  void requestThatIsTooLarge_isRefused() throws Exception {
    String large = "{\"x\": \"" + "y".repeat(20_000) + "\"}";

    assertThat(send(echo(large)).statusCode()).isEqualTo(413);
  }

  @Test
  void failure_showsNothingOfTheCode() throws Exception {
    var answer = send(ask("/console/broken", "{}"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"it failed; the log says why\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/find, question",
    "/console/dead-letters, reason",
    "/console/generations, nothing"
  })
  void questionThatTheClusterDoesNotAnswer_isRefusedInWords(String path, String field)
      throws Exception {
    var answer = send(ask(path, "{\"" + field + "\": \"x\"}"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("the cluster could not be read").doesNotContain("max.poll");
  }

  @Test
  void emptyQuestion_isRefusedInWords() throws Exception {
    var answer = send(ask("/console/find", "{\"question\": \" \"}"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("{\"error\":\"question is empty\"}");
  }

  @Test
  void actionThatIsOff_isDescribedAndRefused() throws Exception {
    String replay = "{\"action\": \"replay\"}";

    assertThat(send(ask("/console/actions/plan", replay)).body()).contains("Not here.");
    var refused = send(ask("/console/actions/begin", replay));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Not here.");
  }

  private HttpRequest.Builder ask(String path, String json) {
    return request(path)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }
}
