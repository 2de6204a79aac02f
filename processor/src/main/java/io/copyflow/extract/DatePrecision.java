package io.copyflow.extract;

import java.time.Duration;

/** How exact a date is as written. */
public enum DatePrecision {
  /** Not known: the text determines no date. */
  UNKNOWN(Duration.ZERO),
  /** Day and month could be swapped, and no rule tells which is which. */
  AMBIGUOUS(Duration.ZERO),
  /** Counted from a moment that the file does not name, like {@code 2 hours ago}. */
  RELATIVE(Duration.ZERO),
  /** To the year. */
  YEAR(Duration.ofDays(366)),
  /** To the month. */
  MONTH(Duration.ofDays(31)),
  /** To the day. */
  DAY(Duration.ofDays(1)),
  /** To the minute. */
  MINUTE(Duration.ofMinutes(1)),
  /** To the second. */
  SECOND(Duration.ofSeconds(1)),
  /** To the millisecond. */
  MILLISECOND(Duration.ofMillis(1));

  private final Duration width;

  DatePrecision(Duration width) {
    this.width = width;
  }

  /** How long the span is that a date of this precision names. */
  public Duration width() {
    return width;
  }

  /** True when the date has a time of day. */
  public boolean hasTime() {
    return compareTo(MINUTE) >= 0;
  }
}
