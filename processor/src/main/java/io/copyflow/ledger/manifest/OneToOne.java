package io.copyflow.ledger.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups of a manifest and ids of a ledger, one to one. Not thread-safe. */
final class OneToOne {

  private final String name;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();

  OneToOne(String name) {
    this.name = name;
  }

  /** What is wrong with an id for a group; remembers both when nothing is. */
  Optional<String> differs(@Nullable String group, @Nullable String id) {
    if (group == null) {
      return Optional.empty();
    } else if (id == null) {
      return Optional.of("no " + name + ", expected " + group);
    }
    String knownId = Objects.requireNonNullElse(ids.putIfAbsent(group, id), id);
    String knownGroup = Objects.requireNonNullElse(groups.putIfAbsent(id, group), group);
    if (!knownId.equals(id)) {
      return Optional.of("%s %s, but %s was %s".formatted(name, id, group, knownId));
    }
    return knownGroup.equals(group)
        ? Optional.empty()
        : Optional.of("%s %s belongs to %s, expected %s".formatted(name, id, knownGroup, group));
  }
}
