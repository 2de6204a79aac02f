package io.copyflow.replay.diff;

import io.copyflow.avro.ReplayFilter;
import io.copyflow.ledger.Position;
import io.copyflow.topics.Keys;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which raw records are compared.
 *
 * @param filter what they have to meet
 * @param ends by partition, the offset up to which both sides have read
 */
public record Scope(ReplayFilter filter, List<Long> ends) {

  /** A scope that nobody changes afterwards. */
  public Scope {
    ends = List.copyOf(ends);
  }

  boolean reaches(Position raw) {
    return raw.partition() < ends.size() && raw.offset() < ends.get(raw.partition());
  }

  boolean holds(@Nullable Judged live, Judged generation) {
    return (filter.getSince() == null || generation.timestamp() >= filter.getSince().toEpochMilli())
        && (filter.getUntil() == null || generation.timestamp() < filter.getUntil().toEpochMilli())
        && (filter.getSource() == null
            || Keys.document(generation.document()).getSource().equals(filter.getSource()))
        && isOfArticle(live, generation)
        && (filter.getReason() == null
            || (live != null && filter.getReason().equals(live.reason())));
  }

  private boolean isOfArticle(@Nullable Judged live, Judged generation) {
    String wanted = filter.getArticleId();
    return wanted == null
        || wanted.equals(generation.articleId())
        || (live != null && Objects.equals(wanted, live.articleId()));
  }
}
