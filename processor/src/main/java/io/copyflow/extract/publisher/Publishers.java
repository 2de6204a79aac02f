package io.copyflow.extract.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All publishers that have a profile. Immutable and thread-safe. */
public final class Publishers {

  private static final String INDEX = "index";
  private static final String GENERAL = "general";

  private final PublisherProfile general;
  private final Map<String, PublisherProfile> byDomain;

  private Publishers(PublisherProfile general, Map<String, PublisherProfile> byDomain) {
    this.general = general;
    this.byDomain = Map.copyOf(byDomain);
  }

  /**
   * Reads the data files of this build.
   *
   * @throws IllegalStateException when a file has a mistake; its message names file and key
   */
  public static Publishers standard() {
    var shared = new ProfileFile(GENERAL, read(GENERAL));
    var profiles = new LinkedHashMap<String, PublisherProfile>();
    for (String domain : index()) {
      profiles.put(domain, new ProfileFile(domain, read(domain)).profile(shared));
    }
    return new Publishers(shared.profile(), profiles);
  }

  /** The profile of a registrable domain; the general one for a domain without, or for null. */
  public PublisherProfile of(@Nullable String domain) {
    return domain == null ? general : byDomain.getOrDefault(domain, general);
  }

  /** Domains that have a profile. */
  public List<String> domains() {
    return byDomain.keySet().stream().sorted().toList();
  }

  private static List<String> index() {
    return read(INDEX).getOrDefault("domains", List.of()) instanceof List<?> domains
        ? domains.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, Object> read(String name) {
    String file = name + ".yaml";
    try (InputStream in = Publishers.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("publisher file " + file + " is missing: add it");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> parse(String file, String yaml) {
    var settings = LoadSettings.builder().setLabel(file).build();
    var keys = new LinkedHashMap<String, Object>();
    if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> keys.put(String.valueOf(key), value));
    }
    return keys;
  }
}
