package io.copyflow.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * For how long a content makes copies of others, counted from its owner's raw record to the copy's.
 * It decides what is published and not what is remembered: an earlier raw record may always come
 * later, so nothing may be forgotten.
 *
 * @param days from one raw record to the other; 0 for no window
 */
public record Window(int days) {

  /** None: a copy is a copy however late it comes. */
  public static final Window NONE = new Window(0);

  /** That an article shows a content. */
  public interface Showing {

    /** The raw record that shows it. */
    RawRef raw();

    /** The article. */
    String articleId();
  }

  /** A window cannot be negative. */
  public Window {
    if (days < 0) {
      throw new IllegalArgumentException("not a window: " + days + " days");
    }
  }

  /** Whether a content is owned for ever. */
  public boolean isNone() {
    return days == 0;
  }

  /**
   * Whose a content is, for each raw record that shows it: a pure function of the set. The first
   * article owns it. A later one does if the window since the latest owner's raw record is over;
   * else its raw record is a copy of that. Who owned a content once keeps it, and is nobody's copy.
   *
   * @param showings all of one content, in any order
   * @param order of raw records, which decides
   * @return raw record → the owner's, in order; of the same article where it is no copy
   */
  public <S extends Showing> Map<RawRef, S> owners(
      Collection<S> showings, Comparator<RawRef> order) {
    var byOrder = new TreeMap<RawRef, S>(order);
    showings.forEach(showing -> byOrder.put(showing.raw(), showing));
    var owned = new HashMap<String, S>();
    var owners = new LinkedHashMap<RawRef, S>();
    S latest = null;
    for (S next : byOrder.values()) {
      if (latest == null || !owned.containsKey(next.articleId()) && isOver(latest, next)) {
        latest = next;
        owned.put(next.articleId(), next);
      }
      owners.put(next.raw(), owned.getOrDefault(next.articleId(), latest));
    }
    return owners;
  }

  private boolean isOver(Showing owner, Showing next) {
    long between = next.raw().timestamp() - owner.raw().timestamp();
    return !isNone() && between > TimeUnit.DAYS.toMillis(days);
  }
}
