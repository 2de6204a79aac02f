package io.copyflow.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a process says at /metrics, at one moment. */
final class Scrape {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final Pattern LINE = Pattern.compile("([a-z_:A-Z0-9]+)(\\{.*})? (\\S+)");

  private final String text;
  private final TreeMap<String, Double> series = new TreeMap<>();
  private final Set<String> names = new TreeSet<>();

  private Scrape(String text) {
    this.text = text;
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
  }

  private void add(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no metric: " + line);
    }
    names.add(parts.group(1));
    String labels = parts.group(2) == null ? "" : parts.group(2);
    series.put(parts.group(1) + labels, Double.valueOf(parts.group(3)));
  }

  static Scrape of(String address) throws IOException, InterruptedException {
    return new Scrape(get(address + "/metrics").body());
  }

  static HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** The sum over all series of a name that have a label's value, {@code kind="NEW"}. */
  long sum(String name, String label) {
    return (long)
        series.entrySet().stream()
            .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "{"))
            .filter(entry -> entry.getKey().contains(label))
            .mapToDouble(entry -> entry.getValue())
            .sum();
  }

  long sum(String name) {
    return sum(name, "");
  }

  /** Names as they stand before labels. */
  Set<String> names() {
    return names;
  }

  /** All of it, as Prometheus reads it. */
  String text() {
    return text;
  }
}
