package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of {@code docs/producing.md}, as they stand there: what they send has to become an
 * article.
 */
@Timeout(180)
@Tag("drill")
class ProducingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "producing.md");
  private static final Path SCHEMA = Path.of("..", "schemas", "published", "RawArticle", "1.avsc");

  @TempDir static Path directory;
  private static OpenBroker broker;
  private static Commands commands;
  private static CopyflowProcess processor;

  @BeforeAll
  static void start() throws Exception {
    broker = OpenBroker.in(directory.resolve("broker"));
    commands = Commands.on(directory, broker.address(), "copyflow.");
    commands.ok("topics", "--create");
    processor = CopyflowProcess.start(directory, commands.with("process"));
    processor.drainStandardError();
  }

  @AfterAll
  static void close() {
    processor.close();
    broker.close();
  }

  @Test
  void javaProgram_sendsAnArticle() throws Exception {
    Path program = example("java", "SendArticle.java");
    Path page = article("java", "The harbour is dredged for the first time in forty years.");
    String url = "https://paper.example/2031/harbour";

    run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        program.toString(),
        broker.address(),
        SCHEMA.toString(),
        page.toString(),
        url);

    assertIsAnArticle("java-scraper", url, "java");
  }

  @Test
  void pythonProgram_sendsAnArticle() throws Exception {
    assumeTrue(isThere("kcat", "-V"), "kcat is not installed: the Python example is not run");
    assumeTrue(isThere("python3", "--version"), "python3 is not installed");
    Path program = example("python", "send_article.py");
    Path page = article("python", "The market moves indoors for the winter, a month early.");
    String url = "https://paper.example/2031/market";

    run("python3", program.toString(), broker.address(), page.toString(), url);

    assertIsAnArticle("python-scraper", url, "python");
  }

  private static void assertIsAnArticle(String source, String url, String title) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> commands.ok("consume", "articles").contains(url));
    JsonNode article =
        commands
            .ok("consume", "articles")
            .lines()
            .map(Commands::json)
            .filter(one -> one.at("/document/source").asText().equals(source))
            .findFirst()
            .orElseThrow();
    assertThat(article.at("/document/path").asText()).isEqualTo(url);
    assertThat(article.get("canonicalUrl").asText()).isEqualTo(url);
    assertThat(article.get("title").asText()).isEqualTo("Sent by " + title);
  }

  private static Path article(String name, String sentence) throws IOException {
    String html =
        "<html><head><title>Sent by %1$s</title></head><body><article><h1>Sent by %1$s</h1><p>%2$s</p><p>%3$s</p></article></body></html>"
            .formatted(name, sentence.repeat(4), "Nobody had expected it so soon. ".repeat(6));
    return Files.writeString(directory.resolve(name + ".html"), html);
  }

  /** The page's only example in a language. */
  private static Path example(String language, String file) throws IOException {
    var block =
        Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    return Files.writeString(directory.resolve(file), block.group(1));
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static boolean isThere(String... command) {
    try {
      return new ProcessBuilder(List.of(command)).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
