package io.copyflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/** A schema registry that speaks the two calls we use, as Confluent documents them. */
final class FakeRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  /** What was asked, as {@code METHOD PATH}. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Value of the Authorization header, per request. */
  final List<String> credentials = new CopyOnWriteArrayList<>();

  private Answer always;

  private record Answer(int status, String body) {}

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on every request gets this. */
  void answerAlways(int status, String body) {
    always = new Answer(status, body);
  }

  synchronized int add(Schema schema) {
    return ids.computeIfAbsent(schema.toString(), text -> ids.size() + 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      var answer = always == null ? answer(exchange) : always;
      var body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.startsWith("/schemas/ids/")) {
      return schema(Integer.parseInt(path.substring("/schemas/ids/".length())));
    }
    var schema = JSON.readTree(exchange.getRequestBody()).path("schema").asText();
    return new Answer(200, "{\"id\":" + add(new Schema.Parser().parse(schema)) + "}");
  }

  private synchronized Answer schema(int id) {
    var texts = new ArrayList<>(ids.keySet());
    return id < 1 || id > texts.size()
        ? new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
        : new Answer(200, JSON.createObjectNode().put("schema", texts.get(id - 1)).toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
