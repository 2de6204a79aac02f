package io.copyflow.identity;

import static io.copyflow.identity.Ruling.Part.TEXT;
import static io.copyflow.identity.Ruling.Part.TITLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known of one article: a pure function of the set of its sightings, whatever the order
 * in which they came. That is why the verdicts converge: two instances that have seen the same raw
 * records have the same histories.
 *
 * <p>A revision is a content (text and title) that the article shows for the first time and that no
 * other article had before. Content that comes back later is {@code UNCHANGED}: a backfill brings
 * old crawls in any order, and must not make an old text the latest.
 *
 * @param rulings the verdict on each raw record, in order
 * @param revisions the sightings that made a revision; the one of number <i>n</i> at index <i>n</i>
 *     − 1
 */
public record History(Map<RawRef, Ruling> rulings, List<Sighting> revisions) {

  /**
   * The history that a set of sightings makes; the order in which they are given does not matter.
   *
   * @param order of raw records, which decides
   */
  public static History of(Collection<Sighting> sightings, Comparator<RawRef> order) {
    var byOrder = new TreeMap<RawRef, Sighting>(order);
    sightings.forEach(sighting -> byOrder.put(sighting.raw(), sighting));
    var rulings = new LinkedHashMap<RawRef, Ruling>();
    var revisions = new ArrayList<Sighting>();
    byOrder.forEach((raw, sighting) -> rulings.put(raw, rule(sighting, revisions)));
    return new History(rulings, revisions);
  }

  private static Ruling rule(Sighting sighting, List<Sighting> revisions) {
    if (sighting.copyOf() != null) {
      return new Ruling.Duplicate(sighting.copyOf());
    }
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).content().equals(sighting.content())) {
        return new Ruling.Unchanged(i + 1, revisions.get(i).raw());
      }
    }
    revisions.add(sighting);
    return revisions.size() == 1
        ? new Ruling.New()
        : revised(revisions.size(), revisions.get(revisions.size() - 2), sighting);
  }

  private static Ruling revised(int number, Sighting before, Sighting after) {
    var changed = EnumSet.noneOf(Ruling.Part.class);
    if (before.content().title() != after.content().title()) {
      changed.add(TITLE);
    }
    if (before.content().text() != after.content().text()) {
      changed.add(TEXT);
    }
    return new Ruling.Revised(number, changed, before.raw());
  }
}
