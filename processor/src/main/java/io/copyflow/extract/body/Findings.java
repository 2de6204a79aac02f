package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What judging the lines turns up besides text. Not thread-safe: one per body. */
final class Findings {

  final Set<String> authors = new LinkedHashSet<>();
  final Set<String> agencies = new LinkedHashSet<>();
  final List<ArticleDraft.Date> issued = new ArrayList<>();
  final List<ArticleDraft.Date> updated = new ArrayList<>();
  @Nullable String dateline;
  @Nullable String rights;
}
