package io.copyflow.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.action.Actions;
import io.copyflow.http.JsonPost;
import io.copyflow.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * The page of one processor, as long as it is open. {@link #tick} is called once a second by one
 * thread, on which the cluster is never asked; all else is thread-safe.
 */
public final class Console implements AutoCloseable {

  private static final byte[] BEGIN = "data: ".getBytes(UTF_8);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Look> looks;
  private final Memory memory = new Memory();
  private final EventStream events;
  private final ThreadPoolExecutor questions = JsonPost.oneThread("console");
  private final Actions actions;
  private final List<Route> routes = new ArrayList<>();
  private volatile boolean someoneIsNew;

  /**
   * A console that has seen nothing yet.
   *
   * @param looks at the processor, without asking the cluster
   * @param reach what questions may read
   * @param actions what may be done from the page; closed with this
   */
  public Console(Supplier<Look> looks, Reach reach, Actions actions) {
    this.looks = looks;
    this.events = new EventStream(() -> someoneIsNew = true);
    this.actions = actions;
    routes.addAll(Assets.routes());
    routes.add(new Route("/console/events", events));
    question("/console/find", new Find(reach)::answer);
    question("/console/dead-letters", new LatestLetters(reach)::answer);
    question("/console/generations", new Replays(reach)::answer);
    routes.addAll(actions.routes());
  }

  /** Something that is read on request; changes nothing, and needs no token. */
  private void question(String path, JsonPost.Work work) {
    routes.add(new Route(path, new JsonPost(work, questions)));
  }

  /** What the server has to serve. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /** Looks, remembers, and tells whoever listens. */
  public void tick() throws JsonProcessingException {
    boolean whole = someoneIsNew;
    someoneIsNew = false;
    Snapshot now = memory.saw(looks.get(), actions.latest(), whole);
    if (events.hasClients()) {
      events.send(event(now));
    }
  }

  private static byte[] event(Snapshot snapshot) throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(snapshot);
    var event = new byte[BEGIN.length + json.length + 2];
    System.arraycopy(BEGIN, 0, event, 0, BEGIN.length);
    System.arraycopy(json, 0, event, BEGIN.length, json.length);
    event[event.length - 2] = '\n';
    event[event.length - 1] = '\n';
    return event;
  }

  /** Ends all streams; a question in hand is interrupted, and so is an action. */
  @Override
  public void close() {
    events.close();
    questions.shutdownNow();
    actions.close();
  }
}
