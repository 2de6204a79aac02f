package io.copyflow.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.http.JsonPost;
import io.copyflow.http.RefusedException;
import io.copyflow.http.Route;
import io.copyflow.http.Token;
import io.copyflow.replay.Site;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may be done from the page, as long as it is open: planned by anybody who can read it, begun
 * and ended by whoever shows the token. Thread-safe.
 */
public final class Actions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
  private static final long CLOSING_SECONDS = 10;

  /** From a request to what it asks for; may read the cluster. */
  interface Menu {
    Action of(JsonNode request) throws RefusedException;
  }

  /**
   * What an action would do.
   *
   * @param instead why it cannot be done from here; empty when it can
   * @param token where the token lies that it takes
   */
  record Plan(String title, String command, List<String> touches, String instead, String token) {}

  /** A job, and what came of it if it is through. */
  record Told(@Nullable Job job, @Nullable Result result) {}

  private final Menu menu;
  private final @Nullable Token token;
  private final String off;
  private final Worker worker = new Worker();
  private final ThreadPoolExecutor questions = JsonPost.oneThread("action-questions");

  private Actions(Menu menu, @Nullable Token token, String off) {
    this.menu = menu;
    this.token = token;
    this.off = off;
  }

  /**
   * Actions at a site, by its rules.
   *
   * @param cluster flags by which a command on a terminal finds the same cluster
   * @param token that whoever wants to begin one has to show
   */
  public static Actions at(Site site, List<String> cluster, Token token) {
    return of(new CopyflowMenu(site, cluster), token);
  }

  /**
   * Actions that are only described.
   *
   * @param why they cannot be begun, as a sentence
   */
  public static Actions off(Site site, List<String> cluster, String why) {
    return new Actions(new CopyflowMenu(site, cluster), null, why);
  }

  static Actions of(Menu menu, Token token) {
    return new Actions(menu, token, "");
  }

  /** What the server has to serve. */
  public List<Route> routes() {
    return List.of(
        question("plan", this::plan),
        question("told", request -> worker.told()),
        change("begin", this::begin),
        change("stop", request -> worker.stop()));
  }

  private Route question(String name, JsonPost.Work work) {
    return new Route(path(name), new JsonPost(work, questions));
  }

  /** Where there is no token, there is nobody who could show it. */
  private Route change(String name, JsonPost.Work work) {
    return token == null
        ? question(
            name,
            request -> {
              throw new RefusedException(off);
            })
        : new Route(path(name), new JsonPost(work, questions, token));
  }

  private static String path(String name) {
    return "/console/actions/" + name;
  }

  private Plan plan(JsonNode request) throws RefusedException {
    Action action = menu.of(request);
    return new Plan(
        action.title(),
        action.command(),
        action.touches(),
        action.instead().isEmpty() ? off : action.instead(),
        token == null ? "" : token.file().toString());
  }

  private Job begin(JsonNode request) throws RefusedException {
    Action action = menu.of(request);
    if (!action.instead().isEmpty()) {
      throw new RefusedException(action.instead());
    }
    Job job = worker.begin(action);
    LOG.info("an operator began: {}", job.command());
    return job;
  }

  /** The latest job; null when there was none yet. */
  public @Nullable Job latest() {
    return worker.told().job();
  }

  /** Ends what runs, and waits for that a moment. */
  @Override
  public void close() {
    questions.shutdownNow();
    try {
      if (!worker.close(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an action takes long to end; left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
