package io.copyflow.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.bench.Figure.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a benchmark measured.
 *
 * @param version of Copyflow
 * @param taken when, ISO 8601
 * @param machine where
 * @param corpus on what
 * @param figures in the order in which they are told
 */
public record BenchResult(
    String version, String taken, Machine machine, Corpus corpus, List<Figure> figures) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was measured with.
   *
   * @param name of the folder, or {@code generated}
   * @param articles raw records
   * @param bytes of their values
   */
  public record Corpus(String name, int articles, long bytes) {}

  /** A result that nobody changes afterwards. */
  public BenchResult {
    figures = List.copyOf(figures);
  }

  /** A figure by its name. */
  public Optional<Figure> figure(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** As JSON; medians beside the rounds, for people. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode().put("version", version).put("taken", taken);
    json.set("machine", JSON.valueToTree(machine));
    json.set("corpus", JSON.valueToTree(corpus));
    var all = json.putObject("figures");
    for (Figure figure : figures) {
      ObjectNode one = all.putObject(figure.name());
      one.put("unit", figure.unit())
          .put("better", figure.better().name().toLowerCase(Locale.ROOT))
          .put("median", rounded(figure.median()));
      var rounds = one.putArray("rounds");
      figure.rounds().forEach(value -> rounds.add(rounded(value)));
    }
    return json;
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException when it is not what {@link #json} gives
   */
  public static BenchResult parse(JsonNode json) {
    try {
      var figures = new ArrayList<Figure>();
      for (var field : json.required("figures").properties()) {
        figures.add(figure(field.getKey(), field.getValue()));
      }
      return new BenchResult(
          json.required("version").asText(),
          json.required("taken").asText(),
          JSON.treeToValue(json.required("machine"), Machine.class),
          JSON.treeToValue(json.required("corpus"), Corpus.class),
          figures);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a result of bench: " + e.getOriginalMessage(), e);
    }
  }

  private static Figure figure(String name, JsonNode json) {
    var rounds = new ArrayList<Double>();
    json.required("rounds").forEach(value -> rounds.add(value.asDouble()));
    var better = Better.valueOf(json.required("better").asText().toUpperCase(Locale.ROOT));
    return new Figure(name, json.required("unit").asText(), better, rounds);
  }

  private static double rounded(double value) {
    double scale = Math.pow(10, 3);
    return Math.round(value * scale) / scale;
  }
}
