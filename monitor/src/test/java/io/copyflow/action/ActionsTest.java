package io.copyflow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.http.HttpService;
import io.copyflow.http.HttpSettings;
import io.copyflow.http.RefusedException;
import io.copyflow.http.Token;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Actions over HTTP, with actions that a test holds in its hand. */
@Timeout(60)
class ActionsTest {

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Held held = new Held();
  private Token token;
  private String secret;
  private Actions actions;
  private HttpService service;

  /** Ends when it is told to. */
  private static final class Held implements Action {
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile Exception failure;
    private String instead = "";

    @Override
    public String title() {
      return "Holding";
    }

    @Override
    public String command() {
      return "copyflow hold";
    }

    @Override
    public List<String> touches() {
      return List.of("Nothing.");
    }

    @Override
    public String instead() {
      return instead;
    }

    @Override
    public Result run(Progress progress) throws Exception {
      progress.at("holds", 1, 2);
      end.await();
      if (failure != null) {
        throw failure;
      }
      return new Result("Held.", List.of(), stopped);
    }

    @Override
    public void stop() {
      stopped = true;
      end.countDown();
    }
  }

  @BeforeEach
  void serve() throws Exception {
    Path file = directory.resolve("console.token");
    token = Token.in(file);
    secret = Files.readString(file).strip();
    actions =
        Actions.of(
            request -> {
              if (!request.path("action").asText().equals("hold")) {
                throw new RefusedException("there is no such action");
              }
              return held;
            },
            token);
    service = HttpService.start(new HttpSettings("127.0.0.1", 0, List.of(), ""), actions.routes());
  }

  @AfterEach
  void close() {
    actions.close();
    service.close();
  }

  private HttpRequest.Builder request(String name, String json) {
    return HttpRequest.newBuilder(URI.create(service.address() + "/console/actions/" + name))
        .timeout(Duration.ofSeconds(20))
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> begin() throws Exception {
    return send(request("begin", "{\"action\": \"hold\"}").header(Token.HEADER, secret));
  }

  private Job awaitEnd() {
    return await().atMost(Duration.ofSeconds(20)).until(actions::latest, job -> !job.isOpen());
  }

  @Test
  void plan_saysWhatItWouldDo_andNeedsNoToken() throws Exception {
    var answer = send(request("plan", "{\"action\": \"hold\"}"));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode plan = new ObjectMapper().readTree(answer.body());
    assertThat(plan.get("command").asText()).isEqualTo("copyflow hold");
    assertThat(plan.get("touches")).hasSize(1);
    assertThat(plan.get("token").asText()).isEqualTo(token.file().toString());
    assertThat(answer.body()).doesNotContain(secret);
    assertThat(actions.latest()).isNull();
  }

  @Test
  void beginAndStop_withoutTheToken_areRefused() throws Exception {
    String hold = "{\"action\": \"hold\"}";

    assertThat(send(request("begin", hold)).statusCode()).isEqualTo(403);
    assertThat(send(request("begin", hold).header(Token.HEADER, secret + "x")).statusCode())
        .isEqualTo(403);
    assertThat(send(request("stop", "{}").header(Token.HEADER, "")).statusCode()).isEqualTo(403);
    assertThat(actions.latest()).isNull();
  }

  @Test
  void begin_fromAPageElsewhere_isRefusedWithTheTokenToo() throws Exception {
    var request =
        request("begin", "{\"action\": \"hold\"}")
            .header(Token.HEADER, secret)
            .header("origin", "http://evil.example");

    assertThat(send(request).statusCode()).isEqualTo(403);
    assertThat(actions.latest()).isNull();
  }

  @Test
  void secondAction_waitsForNoTurn_butIsRefused() throws Exception {
    assertThat(begin().statusCode()).isEqualTo(200);

    var second = begin();

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("one action at a time: “Holding” is still at work");
    held.end.countDown();
    assertThat(awaitEnd().state()).isEqualTo(Job.State.DONE);
    assertThat(begin().statusCode()).as("the turn is free again").isEqualTo(200);
  }

  @Test
  void progressAndResult_areTold() throws Exception {
    begin();
    Job job =
        await().atMost(Duration.ofSeconds(20)).until(actions::latest, now -> now.total() == 2);
    assertThat(job.doing()).isEqualTo("holds");

    held.end.countDown();
    awaitEnd();

    JsonNode told = new ObjectMapper().readTree(send(request("told", "{}")).body());
    assertThat(told.at("/job/state").asText()).isEqualTo("DONE");
    assertThat(told.at("/result/summary").asText()).isEqualTo("Held.");
  }

  @Test
  void stop_endsItInOrder() throws Exception {
    begin();

    assertThat(send(request("stop", "{}").header(Token.HEADER, secret)).statusCode())
        .isEqualTo(200);

    assertThat(awaitEnd().state()).isEqualTo(Job.State.STOPPED);
  }

  @Test
  void failureThatTheClusterExplains_isTold() throws Exception {
    held.failure = new TopicAuthorizationException("Not authorized to access topics: [x]");
    begin();
    held.end.countDown();

    Job job = awaitEnd();

    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.doing()).isEqualTo("Not authorized to access topics: [x]");
  }

  @Test
  void defect_showsNothingOfTheCode() throws Exception {
    held.failure = new IllegalStateException("password=secret");
    begin();
    held.end.countDown();

    assertThat(awaitEnd().doing()).isEqualTo("It failed; the log says why.");
  }

  @Test
  void whatCannotBeDoneFromHere_isNotBegun() throws Exception {
    held.instead = "Restart them first.";

    assertThat(begin().statusCode()).isEqualTo(409);
    assertThat(begin().body()).contains("Restart them first.");
  }

  @Test
  void close_endsWhatRuns() throws Exception {
    begin();

    actions.close();

    assertThat(actions.latest().isOpen()).isFalse();
  }
}
