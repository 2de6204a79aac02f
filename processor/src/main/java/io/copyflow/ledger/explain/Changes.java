package io.copyflow.ledger.explain;

import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REVISED;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the revisions of an article changed, one against the next. */
final class Changes {

  /** Unchanged lines around a changed one. */
  private static final int CONTEXT = 1;

  private final @Nullable RawFiles files;
  private @Nullable Article before;
  private String nameBefore = "";

  /**
   * @param files where texts are read from again; null when no differences are asked for
   */
  Changes(@Nullable RawFiles files) {
    this.files = files;
  }

  /** The revisions among an article's verdicts, which come in order. */
  List<RevisionChange> of(List<Located<Outcome>> history) {
    return history.stream()
        .filter(told -> told.value().getKind() == NEW || told.value().getKind() == REVISED)
        .map(told -> new RevisionChange(told, diff(told.value())))
        .toList();
  }

  private List<String> diff(Outcome revision) {
    if (files == null) {
      return List.of();
    }
    Article after = files.article(revision.getRaw());
    String name = "revision " + revision.getRevision() + ", " + Keys.of(revision.getDocument());
    List<String> diff =
        before == null || after == null
            ? List.of()
            : unified(nameBefore, lines(before), name, lines(after));
    before = after;
    nameBefore = name;
    return diff;
  }

  static List<String> unified(
      String nameBefore, List<String> before, String nameAfter, List<String> after) {
    var patch = DiffUtils.diff(before, after);
    return UnifiedDiffUtils.generateUnifiedDiff(nameBefore, nameAfter, before, patch, CONTEXT);
  }

  /** The title, then each paragraph. */
  private static List<String> lines(Article article) {
    var lines = new ArrayList<String>();
    lines.add(article.getTitle() == null ? "" : article.getTitle());
    article.getText().lines().filter(line -> !line.isBlank()).forEach(lines::add);
    return lines;
  }
}
