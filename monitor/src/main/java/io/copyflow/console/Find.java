package io.copyflow.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.action.Shell;
import io.copyflow.http.JsonPost;
import io.copyflow.http.RefusedException;
import io.copyflow.ledger.explain.Explain;
import io.copyflow.ledger.explain.Explained;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what became of an article. */
final class Find {

  private static final Logger LOG = LoggerFactory.getLogger(Find.class);
  private static final int MOST_BYTES = 4_096;
  private static final int MOST_SHOWN = 20;

  /**
   * What was found.
   *
   * @param paths of raw records, in their order
   * @param left how many more fit the question
   * @param sent the document, if it was ingested and has no verdict yet; else empty
   * @param command that says the same on a terminal
   */
  record Answer(List<Path> paths, long left, String sent, String command) {}

  private final Reach reach;

  Find(Reach reach) {
    this.reach = reach;
  }

  Answer answer(JsonNode request) throws RefusedException {
    String question = JsonPost.text(request, "question", MOST_BYTES);
    try {
      var asked = new Explain(reach.topics(), reach.wire(), reach.client(), reach.rules());
      Explained found = asked.explain(question, false);
      List<Path> paths =
          found.explanations().stream().limit(MOST_SHOWN).map(PathOf::explanation).toList();
      long left = found.left() + found.explanations().size() - paths.size();
      String sent = paths.isEmpty() ? asked.sent(question).orElse("") : "";
      return new Answer(paths, left, sent, "copyflow explain " + Shell.quoted(question));
    } catch (KafkaException e) {
      LOG.warn("a search could not read the cluster", e);
      throw new RefusedException("the cluster could not be read; the log says why");
    }
  }
}
