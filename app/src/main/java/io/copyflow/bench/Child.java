package io.copyflow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process, from the parent's side. It runs under the JVM options of this process, so what
 * the user gives to the command is what is measured.
 */
final class Child implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 30;

  private final String name;
  private final Path log;
  private final Process process;
  private final OutputStream requests;
  private final BufferedReader answers;

  private Child(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.requests = process.getOutputStream();
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static Child start(Path log, String... role) throws IOException {
    var command = new ArrayList<>(jvm());
    command.add(ChildMain.class.getName());
    command.addAll(Arrays.asList(role));
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new Child(String.join(" ", role), log, process);
  }

  /** How to start this JVM once more, up to the name of the class. */
  static List<String> jvm() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-XX:ArchiveClassesAtExit"))
        .filter(option -> !option.startsWith("-XX:AOTCacheOutput"))
        .filter(option -> !option.startsWith("-agentlib"))
        .filter(option -> !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }

  JsonNode ask(String what) {
    return ask(JSON.createObjectNode().put("do", what));
  }

  JsonNode open(Round round) {
    ObjectNode request = JSON.createObjectNode().put("do", "open");
    request.set("round", JSON.valueToTree(round));
    return ask(request);
  }

  JsonNode ask(ObjectNode request) {
    try {
      requests.write((request + "\n").getBytes(UTF_8));
      requests.flush();
      String line = answers.readLine();
      // A JVM may say things of its own, of a recording for instance.
      while (line != null && !line.startsWith("{")) {
        line = answers.readLine();
      }
      if (line == null) {
        throw new BenchException(name, "the process ended", log);
      }
      JsonNode answer = JSON.readTree(line);
      if (answer.has("error")) {
        throw new BenchException(name, answer.get("error").asText(), log);
      }
      return answer;
    } catch (IOException e) {
      throw new BenchException(name, String.valueOf(e.getMessage()), log);
    }
  }

  Usage usage(String request) {
    return usage(ask(request));
  }

  static Usage usage(JsonNode answer) {
    return new Usage(
        answer.required("seconds").asDouble(),
        answer.required("cpuNanos").asLong(),
        answer.required("threadNanos").asLong(),
        answer.required("allocated").asLong(),
        answer.required("peakHeap").asLong(),
        answer.required("peakResident").asLong());
  }

  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
