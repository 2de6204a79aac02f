package io.copyflow.metrics;

import static java.util.Objects.requireNonNull;

import io.copyflow.topology.Gaps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What articles lack, by publisher. Publishers' names come from content, so only so many get a
 * label: the first that have shown {@link #REGULAR} articles each. All others are {@code other}; a
 * label, once given, stays.
 */
final class Publishers {

  static final String OTHER = "other";
  static final String UNKNOWN = "unknown";

  /** Labels in all, beside {@code other} and {@code unknown}. */
  static final int MOST_LABELS = 20;

  /** Articles after which a publisher counts as a regular one. */
  static final int REGULAR = 20;

  /** Publishers that are counted on the way to a label; more of them wait for a restart. */
  private static final int MOST_COUNTED = 10_000;

  private record Counters(Counter articles, Map<Gaps.Field, Counter> missing) {}

  private final MeterRegistry registry;
  private final Map<String, Counters> labelled = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counted = new ConcurrentHashMap<>();
  private final AtomicInteger labels = new AtomicInteger();
  private final Counters other;
  private final Counters unknown;

  Publishers(MeterRegistry registry) {
    this.registry = registry;
    this.other = counters(OTHER);
    this.unknown = counters(UNKNOWN);
  }

  void add(Gaps gaps) {
    Counters counters = gaps.publisher() == null ? unknown : of(gaps.publisher());
    counters.articles().increment();
    gaps.missing().forEach(field -> requireNonNull(counters.missing().get(field)).increment());
  }

  private Counters of(String publisher) {
    Counters known = labelled.get(publisher);
    return known == null ? admit(publisher) : known;
  }

  private Counters admit(String publisher) {
    if (labels.get() >= MOST_LABELS || !isRegular(publisher)) {
      return other;
    }
    return labelled.computeIfAbsent(
        publisher, name -> labels.incrementAndGet() > MOST_LABELS ? other : counters(name));
  }

  private boolean isRegular(String publisher) {
    if (counted.size() >= MOST_COUNTED && !counted.containsKey(publisher)) {
      return false;
    }
    return counted.computeIfAbsent(publisher, name -> new AtomicInteger()).incrementAndGet()
        >= REGULAR;
  }

  private Counters counters(String publisher) {
    var missing = new EnumMap<Gaps.Field, Counter>(Gaps.Field.class);
    for (Gaps.Field field : Gaps.Field.values()) {
      missing.put(
          field,
          Counter.builder(Own.FIELDS_MISSING.meter())
              .description(Own.FIELDS_MISSING.help())
              .tags("publisher", publisher, "field", field.name())
              .register(registry));
    }
    var articles =
        Counter.builder(Own.ARTICLES_READ.meter())
            .description(Own.ARTICLES_READ.help())
            .tag("publisher", publisher)
            .register(registry);
    return new Counters(articles, missing);
  }
}
