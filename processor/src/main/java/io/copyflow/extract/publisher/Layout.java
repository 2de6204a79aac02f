package io.copyflow.extract.publisher;

import java.time.LocalDate;

/**
 * Rules that hold for one layout of a publisher's articles.
 *
 * @param from first day for which they hold
 * @param until last day
 * @param rules the part of the file
 */
record Layout(LocalDate from, LocalDate until, ProfileFile rules) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
