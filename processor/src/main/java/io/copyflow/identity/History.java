package io.copyflow.identity;

import static io.copyflow.identity.Ruling.Part.TEXT;
import static io.copyflow.identity.Ruling.Part.TITLE;

import io.copyflow.identity.Sighting.Original;
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
 * <p>A revision is a content (text and title) that the article shows for the first time and that is
 * no copy of another's. Content that comes back later is {@code UNCHANGED}: a backfill brings old
 * crawls in any order, and must not make an old text the latest.
 *
 * @param rulings the verdict on each raw record, in order
 * @param revisions the raw records that made a revision; the one of number <i>n</i> at index
 *     <i>n</i> − 1
 */
public record History(Map<RawRef, Ruling> rulings, List<RawRef> revisions) {

  /** What becomes of a text that its publisher issues again, days later, under another id. */
  public enum Reissues {
    /** It is a copy of the first. */
    DUPLICATE,
    /** It is an article of its own that names the first. */
    ARTICLE
  }

  /**
   * The history that a set of sightings makes; the order in which they are given does not matter.
   *
   * @param order of raw records, which decides
   */
  public static History of(
      Collection<Sighting> sightings, Comparator<RawRef> order, Reissues reissues) {
    var byOrder = new TreeMap<RawRef, Sighting>(order);
    sightings.forEach(sighting -> byOrder.put(sighting.raw(), sighting));
    var rulings = new LinkedHashMap<RawRef, Ruling>();
    var revisions = new ArrayList<Sighting>();
    byOrder.forEach((raw, sighting) -> rulings.put(raw, rule(sighting, revisions, reissues)));
    return new History(rulings, revisions.stream().map(Sighting::raw).toList());
  }

  private static Ruling rule(Sighting sighting, List<Sighting> revisions, Reissues reissues) {
    Original owner = sighting.copyOf();
    if (owner != null && !isArticle(owner.kind(), reissues)) {
      return new Ruling.Duplicate(owner);
    }
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).content().saysTheSameAs(sighting.content())) {
        return unchanged(i + 1, revisions.get(i), sighting);
      }
    }
    revisions.add(sighting);
    return revisions.size() == 1
        ? new Ruling.New(owner)
        : revised(revisions.size(), revisions.get(revisions.size() - 2), sighting);
  }

  private static boolean isArticle(CopyKind kind, Reissues reissues) {
    return kind == CopyKind.REISSUE && reissues == Reissues.ARTICLE;
  }

  private static Ruling unchanged(int number, Sighting revision, Sighting again) {
    boolean sameScript = revision.content().script() == again.content().script();
    CopyKind kind = sameScript ? CopyKind.EXACT : CopyKind.SCRIPT_VARIANT;
    return new Ruling.Unchanged(number, revision.raw(), kind, again.copyOf());
  }

  private static Ruling revised(int number, Sighting before, Sighting after) {
    var changed = EnumSet.noneOf(Ruling.Part.class);
    if (before.content().title() != after.content().title()) {
      changed.add(TITLE);
    }
    if (before.content().text() != after.content().text()) {
      changed.add(TEXT);
    }
    return new Ruling.Revised(number, changed, before.raw(), after.copyOf());
  }
}
