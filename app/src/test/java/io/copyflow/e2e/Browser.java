package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, with a profile of its own; it is let out to nobody. */
final class Browser implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

  private final ChromeDriver driver;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What is missing on this machine, as a sentence; empty when nothing is. */
  static String missing() {
    return Stream.of(CHROMIUM, DRIVER)
        .filter(tool -> !Files.isExecutable(tool))
        .map(tool -> tool + " is missing; Debian has it in chromium, chromium-driver. ")
        .reduce("", String::concat);
  }

  static Browser open(Path profile) {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(ARGUMENTS);
    options.addArguments("--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    var driver = new ChromeDriver(service, options);
    // Away from the browser's own first page, which is a program itself.
    driver.get("about:blank");
    return new Browser(driver);
  }

  /** Loads a page on a desktop's width in light colours. */
  void load(String address) {
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.manage().logs().get(LogType.BROWSER);
    requests.clear();
    complaints.clear();
    desktop();
    driver.get(address);
  }

  void desktop() {
    screen(1280, 900, false);
    colours("light");
  }

  void screen(int width, int height, boolean phone) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** The whole page as a picture among the build's output. */
  void screenshot(String name) throws IOException {
    var answer =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"),
        Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** What an element says; empty when there is none. */
  String text(String css) {
    return String.valueOf(
        script("return document.querySelector(arguments[0])?.textContent ?? ''", css));
  }

  void awaitText(String css, Predicate<String> expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(text(css)).as(css).matches(expected));
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  void type(String css, String text) {
    element(css).clear();
    element(css).sendKeys(text);
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  /** Addresses that the page asked for since it was loaded. */
  List<String> requests() {
    for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = Commands.json(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        requests.add(message.at("/params/request/url").asText());
      }
    }
    return requests;
  }

  /** What the browser said against the page since it was loaded. */
  List<String> complaints() {
    driver.manage().logs().get(LogType.BROWSER).forEach(said -> complaints.add(said.getMessage()));
    return complaints;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
