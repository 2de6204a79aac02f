package io.copyflow.console;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events to a bounded number of clients (WHATWG HTML, section 9.2). A client that reads
 * too slowly misses all but the latest event and holds nobody up; it costs no thread and two events
 * of memory.
 */
final class EventStream extends Handler.Abstract.NonBlocking implements AutoCloseable {

  static final int MOST_CLIENTS = 32;

  /** Sent at once, so that a browser knows that it is connected. */
  private static final byte[] WELCOME = "retry: 2000\n\n".getBytes(US_ASCII);

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final Runnable onNewClient;
  private volatile boolean closed;

  /** Tells when somebody begins to listen, on a thread of the server. */
  EventStream(Runnable onNewClient) {
    this.onNewClient = onNewClient;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
      return true;
    }
    if (closed || clients.size() >= MOST_CLIENTS) {
      Response.writeError(
          request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too many listen");
      return true;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    var client = new Client(response, callback);
    request.addFailureListener(failure -> client.failed(failure));
    clients.add(client);
    client.offer(WELCOME);
    onNewClient.run();
    return true;
  }

  boolean hasClients() {
    return !clients.isEmpty();
  }

  /** Sends to all that are ready for more. */
  void send(byte[] event) {
    clients.forEach(client -> client.offer(event));
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed = true;
    clients.forEach(Client::end);
  }

  private final class Client implements Callback {
    private final Response response;
    private final Callback whole;
    private boolean writing;
    private byte @Nullable [] next;

    Client(Response response, Callback whole) {
      this.response = response;
      this.whole = whole;
    }

    void offer(byte[] event) {
      synchronized (this) {
        if (writing) {
          next = event;
          return;
        }
        writing = true;
      }
      response.write(false, ByteBuffer.wrap(event), this);
    }

    /** One that is in the middle of an event is hung up on by the server. */
    void end() {
      synchronized (this) {
        if (writing) {
          return;
        }
        writing = true;
      }
      if (clients.remove(this)) {
        response.write(true, ByteBuffer.allocate(0), whole);
      }
    }

    @Override
    public void succeeded() {
      byte[] waiting;
      synchronized (this) {
        writing = false;
        waiting = next;
        next = null;
      }
      if (waiting != null) {
        offer(waiting);
      }
    }

    @Override
    public void failed(Throwable why) {
      if (clients.remove(this)) {
        whole.failed(why);
      }
    }
  }
}
