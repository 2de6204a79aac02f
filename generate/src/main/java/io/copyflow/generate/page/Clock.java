package io.copyflow.generate.page;

import java.time.Instant;

/** What a file claims of its time. Nothing but the article's dates may depend on it. */
public enum Clock {
  /** The time at which the article was published. */
  RIGHT(""),
  /** A date in 2033, to the millisecond. */
  IN_2033("1988150400000"),
  /** The beginning of the epoch. */
  IN_1970("0"),
  /** No number, as scripts write one that they do not have. */
  NAN("NaN"),
  /** Seconds where milliseconds belong. */
  SECONDS("1900000000");

  private final String epoch;

  Clock(String epoch) {
    this.epoch = epoch;
  }

  /** Whether the file claims the time at which the article was published. */
  public boolean isRight() {
    return this == RIGHT;
  }

  /** The epoch in the file's header. */
  String epoch(Instant published) {
    return this == RIGHT ? Long.toString(published.toEpochMilli()) : epoch;
  }

  /** The time in the file's body. */
  Instant claimed(Instant published) {
    return switch (this) {
      case IN_2033 -> Instant.parse("2033-01-01T00:00:00Z");
      case IN_1970 -> Instant.EPOCH;
      case RIGHT, NAN, SECONDS -> published;
    };
  }
}
