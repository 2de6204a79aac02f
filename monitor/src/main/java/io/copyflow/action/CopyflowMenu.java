package io.copyflow.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.Generation;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.deadletters.Filter;
import io.copyflow.http.JsonPost;
import io.copyflow.http.RefusedException;
import io.copyflow.replay.Generations;
import io.copyflow.replay.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that there are, from a request's words. */
final class CopyflowMenu implements Actions.Menu {

  private static final Logger LOG = LoggerFactory.getLogger(CopyflowMenu.class);
  private static final int MOST_BYTES = 500;
  private static final int MOST_PER_SECOND = 1_000_000;

  private final Site site;
  private final List<String> cluster;

  /**
   * Actions at a site.
   *
   * @param cluster flags by which a command on a terminal finds the same cluster
   */
  CopyflowMenu(Site site, List<String> cluster) {
    this.site = site;
    this.cluster = List.copyOf(cluster);
  }

  @Override
  public Action of(JsonNode request) throws RefusedException {
    String name = JsonPost.text(request, "action", MOST_BYTES);
    return switch (name) {
      case "redrive-preview" -> new RedrivePreview(site, cluster, letters(request));
      case "redrive" -> new Redriving(site, cluster, letters(request), perSecond(request));
      case "replay" -> new Replaying(site, cluster, filter(request));
      case "compare" -> new Comparing(site, cluster, generation(request));
      case "promote" -> Promoting.of(site, cluster, generation(request));
      case "discard" -> new Discarding(site, cluster, generation(request));
      case "roll-back" -> Promoting.back(site, cluster, generation(request));
      default -> throw new RefusedException("there is no such action");
    };
  }

  private static Letters letters(JsonNode request) throws RefusedException {
    Set<String> reasons = new HashSet<>();
    for (JsonNode reason : request.path("reasons")) {
      if (!reason.asText().matches("[A-Z0-9_]{1,100}")) {
        throw new RefusedException("a reason is a word like NO_TEXT");
      }
      reasons.add(reason.asText());
    }
    var filter =
        new Filter(
            reasons,
            orNull(JsonPost.textOrNone(request, "source", MOST_BYTES)),
            moment(request, "since"),
            moment(request, "until"));
    return new Letters(filter, request.path("parked").asBoolean());
  }

  private static int perSecond(JsonNode request) throws RefusedException {
    int rate = request.path("rate").asInt(0);
    if (rate < 0 || rate > MOST_PER_SECOND) {
      throw new RefusedException("the rate is a number of records per second; 0 means any");
    }
    return rate;
  }

  private static ReplayFilter filter(JsonNode request) throws RefusedException {
    return new ReplayFilter(
        moment(request, "since"),
        moment(request, "until"),
        orNull(JsonPost.textOrNone(request, "source", MOST_BYTES)),
        null,
        orNull(JsonPost.textOrNone(request, "reason", MOST_BYTES)));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A day stands for its beginning in UTC, as on the command line. */
  private static @Nullable Instant moment(JsonNode request, String field) throws RefusedException {
    String text = JsonPost.textOrNone(request, field, MOST_BYTES);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new RefusedException(field + " is a day like 2031-05-08");
    }
  }

  private Generation generation(JsonNode request) throws RefusedException {
    String id = JsonPost.text(request, "generation", MOST_BYTES);
    try {
      return new Generations(site.topics(), site.wire(), site.live().kafka())
          .find(id)
          .orElseThrow(() -> new RefusedException("there is no such generation any more"));
    } catch (KafkaException e) {
      LOG.warn("generations could not be read", e);
      throw new RefusedException("the cluster could not be read; the log says why");
    }
  }
}
