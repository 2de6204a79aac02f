package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The console of a run in a real browser. Each test loads the page anew; the last one stops it. */
@Timeout(400)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("browser")
class ConsoleTest {

  private static final int FILES = 150;
  private static final int LAST = 99;

  /** A headline that tries to be markup, to load something, and to turn what stands around it. */
  private static final String HOSTILE =
      "<img src=x onerror=window.owned=1><script>window.owned=1</script> \u202Eevil";

  /** Of each source whose files were refused. */
  private static final int REFUSED = 5;

  private static final String HOSTILE_NAME = "<img src=x onerror=window.owned=1>.txt";

  @TempDir static Path directory;
  private static Path news;
  private static String address;
  private static CopyflowProcess run;
  private static Browser browser;

  @BeforeAll
  static void openBrowserOnARun() throws Exception {
    String missing = Browser.missing();
    if (System.getenv("CI") != null) {
      assertThat(missing).isEmpty();
    }
    assumeTrue(missing.isEmpty(), missing);
    news = NewsFolder.write(directory.resolve("news"), FILES, 11);
    writeHostileArticle();
    refuse("canal", "river");
    run =
        CopyflowProcess.start(
            directory,
            "run",
            "--data-dir",
            directory.resolve("data").toString(),
            "--http-port",
            "0",
            "--log-format",
            "json",
            news.toString());
    String said = Commands.json(run.awaitStandardError("console, ")).get("message").asText();
    run.drainStandardError();
    address = said.substring(said.indexOf("http://"));
    browser = Browser.open(directory.resolve("profile"));
  }

  /** Files that a rule refused which is too strict, and is repaired by now. */
  private static void refuse(String... sources) throws Exception {
    var run = new ArrayList<>(List.of("run", "--once", "-o", "json"));
    for (String source : sources) {
      Path folder = Files.createDirectory(directory.resolve(source));
      for (int i = 0; i < REFUSED; i++) {
        String page =
            "<!--1936699200000-->\n[Barge %d](https://%s.example/2031/barge-%d)\n------\n\n"
                .formatted(i, source, i);
        String line = "<p>Barge number %d blocked the canal of %s.</p>\n".formatted(i, source);
        Files.writeString(folder.resolve(i + HOSTILE_NAME), page + line.repeat(120));
      }
      run.add(folder.toString());
    }
    Path settings = directory.resolve("copyflow.properties");
    Files.writeString(settings, "extract.max.tags=100\n");
    pipeline().ok(run.toArray(String[]::new));
    Files.delete(settings);
  }

  private static void writeHostileArticle() throws IOException {
    String text =
        IntStream.range(0, 8)
            .mapToObj("<p>The harbour master counted %d boats that morning.</p>"::formatted)
            .reduce("", String::concat);
    String markup = HOSTILE.replace("<", "&lt;").replace(">", "&gt;");
    Files.writeString(
        news.resolve("hostile.html"),
        """
        <html lang="en"><head><title>%1$s</title><meta property="og:title" content="%1$s">
        <link rel="canonical" href="https://paper-1.example/2024/hostile"></head>
        <body><article><h1>%1$s</h1>%2$s</article></body></html>
        """
            .formatted(markup, text));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (run != null) {
      run.close();
    }
  }

  private static void load() {
    browser.load(address);
    browser.awaitText("#verdict-title", "Healthy"::equals);
    browser.awaitText("#publishers tbody", text -> !text.isEmpty());
  }

  private static Commands pipeline() {
    return Commands.over(directory, directory.resolve("data"));
  }

  @Test
  @Order(1)
  void pageAtRest_asksNobodyElseAndHasNoErrors() throws Exception {
    load();

    browser.screenshot("rest");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .contains(address + "/console/events")
        .allMatch(asked -> asked.startsWith(address + "/"));
  }

  @Test
  @Order(2)
  void numbers_moveWhileFilesAreIngested() throws Exception {
    load();
    browser.awaitText("#number-in .value span", "0"::equals);
    Path more = NewsFolder.write(directory.resolve("more"), FILES, 12);
    var ingest = CompletableFuture.supplyAsync(() -> pipeline().run("ingest", more.toString()));

    browser.awaitText("#number-in .value span", text -> !text.equals("0"));
    browser.awaitText("#number-out .value span", text -> !text.equals("0"));
    browser.screenshot("load");
    assertThat(ingest.join().exitCode()).isZero();
    browser.awaitText("#letters tbody", text -> text.startsWith("JSON"));
    browser.awaitText("#verdict-detail", text -> text.contains("nothing waits"));
    assertThat(browser.text("#timeline")).contains("dead letter");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void find_showsTheWayOfAnArticle() throws Exception {
    load();
    browser.type("#question", "https://paper-1.example/2024/hostile");
    browser.press(Keys.ENTER);

    browser.awaitText("#find-status", text -> text.contains("1 found"));
    assertThat(browser.text("#find-status"))
        .contains("copyflow explain https://paper-1.example/2024/hostile");
    assertThat(browser.text("#found h3")).contains("NEW", "news/hostile.html");
    assertThat(browser.text("#found ol")).contains("ingest", "extract", "claim", "settle", "v1:");
    browser.screenshot("find");
  }

  @Test
  @Order(3)
  void hostileTitle_isTextAndNothingElse() {
    load();
    browser.type("#question", "news/hostile.html");
    browser.element("#find button").click();

    browser.awaitText("#found", text -> text.contains("<img src=x onerror=window.owned=1>"));
    assertThat(
            browser.script("return document.querySelectorAll('#found img, #found script').length"))
        .isEqualTo(0L);
    assertThat(browser.script("return window.owned ?? 'nobody'")).isEqualTo("nobody");
    assertThat(
            browser.script(
                "return [...document.querySelectorAll('#found bdi')]"
                    + ".filter(e => e.textContent.includes('\\u202E'))"
                    + ".every(e => getComputedStyle(e).unicodeBidi === 'isolate')"))
        .isEqualTo(true);
    assertThat(browser.requests()).allMatch(asked -> asked.startsWith(address + "/"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void find_saysWhenNothingIsKnown() {
    load();
    browser.type("#question", "it's nowhere.html");
    browser.press(Keys.ENTER);

    browser.awaitText("#find-status", text -> text.startsWith("Nothing is known of it."));
    assertThat(browser.text("#find-status")).contains("copyflow explain 'it'\\''s nowhere.html'");
  }

  @Test
  @Order(3)
  void reasonOfDeadLetters_showsTheLatestAndTheirWay() throws Exception {
    load();
    browser.element("#letters button[data-reason=JSON]").click();

    browser.awaitText("#letters-status", "The latest of JSON:"::equals);
    browser.screenshot("dead-letters");
    assertThat(browser.script("return document.querySelectorAll('#letters-sample li').length"))
        .isEqualTo(8L);
    browser.element("#letters-sample li:first-child button").click();
    browser.awaitText("#found", text -> text.contains("REJECTED") && text.contains("dead letter"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void generations_areThereOnRequest() {
    load();
    browser.element("#generations-show").click();

    browser.awaitText("#generations-status", "There is none. To make one: copyflow replay"::equals);
  }

  @Test
  @Order(4)
  void replay_showsWhatWouldChange_andIsPromotedFromThePage() throws Exception {
    load();
    browser.element("#replay").click();
    browser.type("#act-of-source", "canal");
    browser.awaitText("#act-command", text -> text.startsWith("copyflow replay --source canal"));
    showToken();
    browser.screenshot("ask");
    go();

    awaitJob("● done", "5 raw records compared: 5 are read otherwise");
    browser.awaitText("#job-result", text -> text.contains("REJECTED TOO_COMPLEX"));
    assertThat(browser.text("#job-result")).contains("<img src=x onerror=window.owned=1>.txt");
    browser.screenshot("replay-preview");
    assertNothingRan();

    browser.element("#generations-show").click();
    browser.awaitText("#generations tbody", text -> text.contains("READY"));
    browser.element("#generations button[data-action=promote]").click();
    browser.awaitText("#act-command", text -> text.contains("copyflow replay --promote"));
    go();
    awaitJob("● done", "5 raw records were read again");
    browser.awaitText("#generations tbody", text -> text.contains("PROMOTED"));

    browser.element("#generations button[data-action=roll-back]").click();
    browser.awaitText("#act-instead", text -> text.contains("Restart all of them"));
    assertThat(browser.element("#act-go").isEnabled()).isFalse();
    browser.press(Keys.ESCAPE);
    assertThat(pipeline().ledger().get("balanced").asBoolean()).isTrue();
  }

  @Test
  @Order(5)
  void deadLetters_areRedrivenFromThePage() throws Exception {
    load();
    browser.element("#redrive").click();
    browser.type("#act-source", "river");
    browser.awaitText("#act-command", text -> text.contains("redrive --source river"));
    showToken();
    browser.element("#act-preview").click();
    awaitJob("● done", "5 would be read again: 5 would become articles.");
    browser.awaitText("#job-result", text -> text.contains("TOO_COMPLEX"));

    browser.element("#redrive").click();
    browser.awaitText("#act-command", text -> text.contains("redrive --source river"));
    go();
    awaitJob("● done", "5 read again: 5 resolved, 0 still open, 0 parked.");

    browser.awaitText("#timeline", text -> text.contains("Done: Re-drive of dead letters"));
    browser.screenshot("redriven");
    assertThat(pipeline().ok("dead-letters", "list", "--source", "river"))
        .contains("RESOLVED")
        .doesNotContain("OPEN");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(5)
  void actionWithoutTheToken_isRefusedAndSaysWhereItLies() {
    load();
    browser.script("sessionStorage.clear()");
    browser.element("#redrive").click();
    browser.awaitText("#act-command", text -> !text.isEmpty());
    browser.type("#act-token", "guessed-and-not-right");
    go();

    browser.awaitText("#act-problem", text -> text.contains("console.token"));
    assertThat(browser.script("return document.getElementById('act').open")).isEqualTo(true);
  }

  @Test
  @Order(6)
  void log_isOneObjectInALine_andNamesWhatWasRefused() throws Exception {
    List<JsonNode> lines = run.standardError().lines().map(Commands::json).toList();

    assertThat(lines)
        .filteredOn(line -> line.path("kind").asText().equals("JSON"))
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.get("document").asText()).endsWith(".txt");
          assertThat(line.get("raw").asText()).matches("\\d+-\\d+");
        });
    assertThat(lines)
        .extracting(line -> line.get("message").asText())
        .anyMatch(message -> message.startsWith("an operator began: copyflow dead-letters redrive"))
        .noneMatch(message -> message.contains("harbour master"));
    assertThat(run.standardError()).doesNotContain(token());
  }

  private static void showToken() throws IOException {
    browser.type("#act-token", token());
  }

  private static String token() throws IOException {
    return Files.readString(directory.resolve("data/console.token")).strip();
  }

  private static void go() {
    await().atMost(Browser.PATIENCE).until(() -> browser.element("#act-go").isEnabled());
    browser.element("#act-go").click();
  }

  private static void awaitJob(String state, String said) {
    browser.awaitText("#job-doing", text -> text.contains(said));
    browser.awaitText("#job-state", state::equals);
  }

  private static void assertNothingRan() {
    assertThat(browser.script("return document.querySelectorAll('main img, main script').length"))
        .isEqualTo(0L);
    assertThat(browser.script("return window.owned ?? 'nobody'")).isEqualTo("nobody");
    // The browser's own icons, in fields for a date, are data.
    assertThat(browser.requests())
        .filteredOn(asked -> !asked.startsWith("data:image/svg+xml;"))
        .allMatch(asked -> asked.startsWith(address + "/"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void phone_showsEverythingWithoutScrollingSideways() throws Exception {
    load();
    browser.screen(390, 844, true);

    await().atMost(Browser.PATIENCE).until(() -> browser.script("return innerWidth").equals(390L));
    assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.screenshot("phone");
  }

  @Test
  @Order(3)
  void darkColours_followTheSystem() throws Exception {
    load();
    String script = "return getComputedStyle(document.body).backgroundColor";
    Object light = browser.script(script);
    browser.colours("dark");

    assertThat(browser.script(script)).isNotEqualTo(light);
    browser.screenshot("dark");
  }

  @Test
  @Order(3)
  void keyboard_reachesEverything() {
    load();
    browser.press(Keys.TAB);

    assertThat(browser.script("return document.activeElement.textContent"))
        .isEqualTo("Skip to content");
    assertThat(
            browser.script(
                "return [...document.querySelectorAll('button, input, a, .scroll')]"
                    + ".every(e => e.tabIndex === 0)"))
        .isEqualTo(true);
    assertThat(
            browser.script(
                "return [...document.querySelectorAll('section')].every(s =>"
                    + " document.getElementById(s.getAttribute('aria-labelledby')) !== null)"))
        .isEqualTo(true);
  }

  @Test
  @Order(3)
  void live_movesNothingOnThePage() {
    load();
    // Chromium's own measure (web-vitals): 0.1 is good, and here nothing at all should move.
    browser.script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e =>"
            + " { window.moved += e.value; })).observe({type: 'layout-shift'});"
            + " window.seen = document.getElementById('clock').textContent;");

    await()
        .atMost(Browser.PATIENCE)
        .until(
            () ->
                browser.script(
                    "return document.getElementById('clock').textContent !== window.seen"),
            Boolean.TRUE::equals);
    assertThat(((Number) browser.script("return window.moved")).doubleValue()).isLessThan(0.01);
  }

  @Test
  @Order(LAST)
  void processorThatIsSilent_isSaidToBe() throws Exception {
    load();
    run.signal("STOP");

    browser.awaitText("#verdict-title", "The processor does not answer"::equals);
    assertThat(browser.script("return document.body.dataset.stale")).isEqualTo("true");
    browser.screenshot("silent");
    run.signal("CONT");
    browser.awaitText("#verdict-title", text -> !text.equals("The processor does not answer"));
    assertThat(pipeline().ledger().get("balanced").asBoolean()).isTrue();
  }
}
