package io.copyflow.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The JSON object of a label: what it says, and no complaint about what it does not say. */
record Label(JsonNode json) {

  /** A text; empty when it is not there, null or blank. */
  Optional<String> text(String key) {
    JsonNode value = json.path(key);
    return value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** A path that stays inside the folder that it is relative to; empty when there is none such. */
  Optional<String> path(String key) {
    return text(key).filter(Label::staysInside);
  }

  private static boolean staysInside(String path) {
    try {
      Path normal = Path.of(path).normalize();
      return !normal.isAbsolute() && !normal.startsWith("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A whole number; empty when it is not there. */
  Optional<Long> number(String key) {
    JsonNode value = json.path(key);
    return value.isIntegralNumber() ? Optional.of(value.longValue()) : Optional.empty();
  }

  /** True when there is a list, be it an empty one. */
  boolean hasList(String key) {
    return json.path(key).isArray();
  }

  /** The texts of a list; none when it is not there. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    json.path(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Hands over the texts of a list, if there is one. */
  void ifList(String key, Consumer<List<String>> taker) {
    if (hasList(key)) {
      taker.accept(texts(key));
    }
  }

  /** An object inside; one that says nothing when it is not there. */
  Label inner(String key) {
    return new Label(json.path(key));
  }

  /** The objects of a list; none when it is not there. */
  List<Label> each(String key) {
    var labels = new ArrayList<Label>();
    json.path(key).forEach(item -> labels.add(new Label(item)));
    return labels;
  }
}
