package io.copyflow.generate;

import io.copyflow.generate.Item.Bad;
import io.copyflow.generate.Item.Printed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to become of files that are ingested one after the other. Plain book-keeping over the
 * names of articles, contents and titles: no text, no hash. Not thread-safe.
 */
final class Oracle {

  /** The first file with a content, in whatever script, and its article. */
  private record Owner(String article, String path) {}

  /** A revision of an article. */
  private record Revision(int number, String words, String title, String path) {}

  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<String, List<Revision>> articles = new HashMap<>();

  /** The verdict on the next file. */
  Expectation judge(String path, Item item) {
    return item instanceof Printed printed ? judge(path, printed) : refuse(path, (Bad) item);
  }

  private Expectation judge(String path, Printed printed) {
    Owner owner =
        owners.computeIfAbsent(printed.words(), words -> new Owner(printed.article(), path));
    if (!owner.article.equals(printed.article())) {
      return expect(path, printed, "DUPLICATE", null, List.of(), owner.path);
    }
    List<Revision> revisions =
        articles.computeIfAbsent(printed.article(), article -> new ArrayList<>());
    for (Revision known : revisions) {
      if (known.words.equals(printed.words()) && known.title.equals(printed.title())) {
        return expect(path, printed, "UNCHANGED", known.number, List.of(), known.path);
      }
    }
    return revise(path, printed, revisions);
  }

  private static Expectation revise(String path, Printed printed, List<Revision> revisions) {
    int number = revisions.size() + 1;
    var next = new Revision(number, printed.words(), printed.title(), path);
    revisions.add(next);
    if (number == 1) {
      return expect(path, printed, "NEW", 1, List.of(), null);
    }
    Revision before = revisions.get(number - 2);
    return expect(path, printed, "REVISED", number, changed(before, next), before.path);
  }

  private static List<String> changed(Revision before, Revision after) {
    var changed = new ArrayList<String>();
    if (!before.title.equals(after.title)) {
      changed.add("TITLE");
    }
    if (!before.words.equals(after.words)) {
      changed.add("TEXT");
    }
    return changed;
  }

  private static Expectation expect(
      String path,
      Printed printed,
      String outcome,
      @Nullable Integer revision,
      List<String> changed,
      @Nullable String other) {
    var sheet = printed.sheet();
    return new Expectation(
        path,
        printed.kind().name(),
        sheet.disguise() == null ? null : sheet.disguise().name(),
        sheet.clock().isRight() ? null : sheet.clock().name(),
        outcome,
        null,
        printed.article(),
        printed.content(),
        revision,
        changed,
        other);
  }

  private static Expectation refuse(String path, Bad bad) {
    return new Expectation(
        path,
        bad.kind().name(),
        null,
        null,
        bad.file().outcome(),
        bad.file().name(),
        null,
        null,
        null,
        List.of(),
        null);
  }
}
