package io.copyflow.identity;

import static io.copyflow.identity.Ruling.Part.TEXT;
import static io.copyflow.identity.Ruling.Part.TITLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
public record History(Map<RawKey, Ruling> rulings, List<Sighting> revisions) {

  /** The history that a set of sightings makes; their order does not matter. */
  public static History of(Collection<Sighting> sightings) {
    var byOrder = new TreeMap<RawKey, Sighting>();
    sightings.forEach(sighting -> byOrder.put(sighting.raw(), sighting));
    var rulings = new TreeMap<RawKey, Ruling>();
    var revisions = new ArrayList<Sighting>();
    byOrder.forEach((raw, sighting) -> rulings.put(raw, rule(sighting, revisions)));
    return new History(rulings, revisions);
  }

  /**
   * The sighting that made the latest revision, or null when every content is another article's.
   */
  public @Nullable Sighting latest() {
    return revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
  }

  private static Ruling rule(Sighting sighting, List<Sighting> revisions) {
    if (sighting.copyOf() != null) {
      return new Ruling.Duplicate(sighting.copyOf());
    }
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).sameContentAs(sighting)) {
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
    if (!before.titleHash().equals(after.titleHash())) {
      changed.add(TITLE);
    }
    if (!before.contentHash().equals(after.contentHash())) {
      changed.add(TEXT);
    }
    return new Ruling.Revised(number, changed, before.raw());
  }
}
