package io.copyflow.topology;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;

import io.copyflow.extract.Limits;
import io.copyflow.topics.Topics;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What one file may cost extraction, as settings. All instances of a pipeline must have the same:
 * the limits decide what becomes of a file.
 */
public final class ExtractionSettings {

  private static final String MAX_BYTES = "extract.max.bytes";
  private static final String MAX_TAGS = "extract.max.tags";
  private static final String MAX_TAG_NAME = "extract.max.tag.name";
  private static final String MAX_ITEMS = "extract.max.items";

  private static final Limits STANDARD = Limits.standard();

  /** Every key: its type, default, bounds and help. */
  public static final ConfigDef KEYS =
      new ConfigDef()
          .define(
              MAX_BYTES,
              INT,
              STANDARD.maxBytes(),
              between(1024, Topics.MAX_RAW_BYTES),
              LOW,
              "Largest file, and largest page in a packed file, in bytes; a larger one is REJECTED"
                  + " as TOO_LARGE. Extraction needs about 25 times as much memory.")
          .define(
              MAX_TAGS,
              INT,
              STANDARD.maxTags(),
              between(100, 1_000_000),
              LOW,
              "Most tags in a file; one with more is REJECTED as TOO_COMPLEX. Real articles have up"
                  + " to about 4,000.")
          .define(
              MAX_TAG_NAME,
              INT,
              STANDARD.maxTagNameBytes(),
              between(16, 65_536),
              LOW,
              "Longest tag name, in characters; a file with a longer one is REJECTED as"
                  + " TOO_COMPLEX. The parser takes time quadratic in it.")
          .define(
              MAX_ITEMS,
              INT,
              STANDARD.maxItems(),
              between(1, 100_000),
              LOW,
              "Most links, pictures and media that an article keeps of each kind.");

  private ExtractionSettings() {}

  /**
   * Limits from their keys; a key that is left out has its default.
   *
   * @param values of the keys in {@link #KEYS}
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of bounds
   */
  public static Limits limits(Map<String, ?> values) {
    var config = new AbstractConfig(KEYS, values, false);
    return new Limits(
        config.getInt(MAX_BYTES),
        config.getInt(MAX_TAGS),
        config.getInt(MAX_TAG_NAME),
        config.getInt(MAX_ITEMS));
  }
}
