package io.copyflow.extract.publisher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's profile as it is on each day: the rules of all its articles, and of the layouts
 * that hold on that day. Immutable.
 */
final class Editions {

  private final PublisherProfile undated;

  /** By first day; empty when nothing depends on the day. */
  private final NavigableMap<LocalDate, PublisherProfile> byFirstDay;

  private Editions(PublisherProfile undated, NavigableMap<LocalDate, PublisherProfile> byFirstDay) {
    this.undated = undated;
    this.byFirstDay = byFirstDay;
  }

  static Editions of(String id, ProfileFile own, ProfileFile general) {
    List<Layout> layouts = own.layouts();
    var byFirstDay = new TreeMap<LocalDate, PublisherProfile>();
    if (!layouts.isEmpty()) {
      for (LocalDate day : firstDays(layouts)) {
        Stream<Layout> valid = layouts.stream().filter(layout -> layout.holdsOn(day));
        List<ProfileFile> files = new ArrayList<>(valid.map(Layout::rules).toList());
        files.add(own);
        byFirstDay.put(day, profile(id, own, files, general));
      }
    }
    // What holds for all articles goes first: of several layouts, none has a better claim.
    List<ProfileFile> files = new ArrayList<>(List.of(own));
    layouts.forEach(layout -> files.add(layout.rules()));
    return new Editions(profile(id, own, files, general), byFirstDay);
  }

  /** The profile on a day; without one, with the rules of all layouts. */
  PublisherProfile on(@Nullable LocalDate day) {
    return day == null || byFirstDay.isEmpty() ? undated : byFirstDay.floorEntry(day).getValue();
  }

  boolean dependOnDay() {
    return !byFirstDay.isEmpty();
  }

  private static PublisherProfile profile(
      String id, ProfileFile own, List<ProfileFile> files, ProfileFile general) {
    var all = new ArrayList<>(files);
    if (own != general) {
      all.add(general);
    }
    return new RuleSet(all).profile(id, own);
  }

  /** Every day on which a layout begins, or on which one no longer holds. */
  private static TreeSet<LocalDate> firstDays(List<Layout> layouts) {
    var days = new TreeSet<LocalDate>();
    days.add(LocalDate.MIN);
    for (Layout layout : layouts) {
      days.add(layout.from());
      if (layout.until().isBefore(LocalDate.MAX)) {
        days.add(layout.until().plusDays(1));
      }
    }
    return days;
  }
}
