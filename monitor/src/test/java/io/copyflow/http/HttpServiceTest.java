package io.copyflow.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTest {

  private static final HttpSettings ANY_PORT =
      HttpSettings.of(Map.of("http.allowed.hosts", "news.example.org"));

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private HttpService service;

  @BeforeEach
  void start() throws Exception {
    service =
        HttpService.start(
            ANY_PORT,
            List.of(
                Route.page("/hello", () -> Page.text(200, "hello")),
                new Route("/ask", new JsonPost(request -> request, Runnable::run)),
                Route.page(
                    "/broken",
                    () -> {
                      throw new IllegalStateException("secret");
                    })));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void page_isServedWithHeadersThatForbidScripts() throws Exception {
    var answer = get("/hello");

    assertThat(answer.body()).isEqualTo("hello\n");
    assertThat(answer.headers().map())
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("no-referrer"));
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().map()).doesNotContainKey("server");
  }

  @Test
  void headOfAPage_hasItsLengthAndNoBody() throws Exception {
    var answer = send(request("/hello").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-length")).hasValue("6");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void otherMethod_isRefused() throws Exception {
    assertThat(send(request("/hello").DELETE()).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/absent", "/hello/below", "/hell%6f/../../etc/passwd", "/%2e%2e/etc"})
  void whatIsNoRoute_isNotServedAndNotRepeated(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).containsPattern("^HTTP/1.1 40[04] ").doesNotContain("etc", "absent");
  }

  @Test
  void failureOfARoute_showsNothingOfTheCode() throws Exception {
    var answer = get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("500 Server Error\n");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1234",
        "127.0.0.1",
        "10.1.2.3:80",
        "[::1]:8080",
        "news.example.org"
      })
  void nameThatIsOurs_isAnswered(String host) throws Exception {
    assertThat(rawGet("Host: " + host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
  void nameThatIsNotOurs_isRefused(String host) throws Exception {
    assertThat(rawGet("Host: " + host)).startsWith("HTTP/1.1 421 ").doesNotContain("hello");
  }

  @Test
  void pageFromElsewhere_isRefused() throws Exception {
    assertThat(rawGet("Host: localhost:80\r\nOrigin: http://evil.example"))
        .startsWith("HTTP/1.1 403 ");
    assertThat(rawGet("Host: localhost:80\r\nOrigin: null")).startsWith("HTTP/1.1 403 ");
    assertThat(rawGet("Host: localhost:81\r\nOrigin: http://localhost:81"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void twoHundredClientsThatSendByteByByte_keepNobodyOut() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 200; i++) {
        var socket = new Socket("127.0.0.1", service.port());
        slow.add(socket);
        socket.getOutputStream().write("GET /hello HTTP/1.1\r\nHost: localh".getBytes(US_ASCII));
      }
      for (int round = 0; round < 20; round++) {
        for (Socket socket : slow) {
          socket.getOutputStream().write('x');
        }
        assertThat(send(request("/hello").timeout(Duration.ofSeconds(5))).statusCode())
            .isEqualTo(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Else clients would send their next request into a connection that is being closed. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Type: text/plain", "Origin: http://evil.example"})
  void refusalBeforeTheBodyCame_saysThatItHangsUp(String header) throws IOException {
    String answer =
        raw("POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n" + header + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("\r\nConnection: close\r\n");
  }

  @Test
  void portInUse_isAnErrorWithARemedy() {
    var taken = new HttpSettings("127.0.0.1", service.port(), List.of(), "");

    assertThatThrownBy(() -> HttpService.start(taken, List.of()))
        .isInstanceOf(HttpUnavailableException.class)
        .hasMessageContaining("127.0.0.1:" + service.port())
        .hasMessageContaining("--http-port");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String rawGet(String headers) throws IOException {
    return raw("GET /hello HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
  }

  /** What java.net.http would not send. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", service.port())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
