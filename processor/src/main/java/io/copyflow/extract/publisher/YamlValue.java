package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML that remembers its lines, so that a mistake can be shown where it stands. */
sealed interface YamlValue {

  /** The line, from 1. */
  int line();

  /** A text, a number or a truth value, as written. */
  record Text(String text, int line) implements YamlValue {}

  /** A list. */
  record Items(List<YamlValue> items, int line) implements YamlValue {}

  /** A map; the values keep the order of the file. */
  record Keys(Map<String, YamlValue> keys, int line) implements YamlValue {}

  /** Reads a file whose outermost value is a map; an empty file is an empty one. */
  static Keys read(String file, String yaml) {
    try {
      var settings = LoadSettings.builder().setLabel(file).build();
      Optional<Node> root = new Compose(settings).composeString(yaml);
      YamlValue value = root.map(YamlValue::of).orElse(new Keys(Map.of(), 1));
      if (value instanceof Keys keys) {
        return keys;
      }
      throw new PublisherFileException(file, 1, "must hold keys and values, as in name: Example");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new PublisherFileException(file, line, "is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new PublisherFileException(file, 1, "is no YAML: " + e.getMessage());
    }
  }

  private static YamlValue of(Node node) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    if (node instanceof SequenceNode list) {
      return new Items(list.getValue().stream().map(YamlValue::of).toList(), line);
    } else if (node instanceof MappingNode map) {
      var keys = new LinkedHashMap<String, YamlValue>();
      for (NodeTuple pair : new ArrayList<>(map.getValue())) {
        keys.put(text(pair.getKeyNode()), of(pair.getValueNode()));
      }
      return new Keys(keys, line);
    }
    return new Text(text(node), line);
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
