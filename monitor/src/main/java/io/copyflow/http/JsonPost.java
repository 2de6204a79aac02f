package io.copyflow.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a small JSON object by POST and answers with JSON, on threads of its own: what it does may
 * read whole topics, and the server's few threads are for everybody. A question takes no token:
 * whoever may read the page may ask. What changes something takes one. A form on somebody else's
 * page cannot send this content type without being asked first (Fetch standard, CORS preflight),
 * and the server refuses foreign origins anyway.
 */
public final class JsonPost extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(JsonPost.class);
  private static final int MOST_BYTES = 16 << 10;
  private static final int MOST_WAITING = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is done with a request. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @return something that Jackson can write
     * @throws RefusedException when it will not be done, with the reason in a user's words
     */
    Object answer(JsonNode request) throws Exception;
  }

  private final Work work;
  private final Executor threads;
  private final @Nullable Token token;

  /**
   * Takes questions.
   *
   * @param threads where the work is done; may refuse when there is too much
   */
  public JsonPost(Work work, Executor threads) {
    this(work, threads, null);
  }

  /**
   * Takes requests of those who show a token.
   *
   * @param token null to ask for none
   */
  public JsonPost(Work work, Executor threads, @Nullable Token token) {
    this.work = work;
    this.threads = threads;
    this.token = token;
  }

  /**
   * Threads for what reads whole topics: one, and few in waiting.
   *
   * @param name of the thread
   */
  public static ThreadPoolExecutor oneThread(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_WAITING),
        work -> {
          var thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var exchange = new Exchange(request, response, callback);
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      exchange.refuse(HttpStatus.METHOD_NOT_ALLOWED_405, "only POST is taken here");
    } else if (token != null && !token.isShownIn(request)) {
      exchange.refuse(
          HttpStatus.FORBIDDEN_403, "the token is missing or not right; it is in " + token.file());
    } else if (!isJson(request)) {
      exchange.refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "only application/json is taken");
    } else if (request.getLength() > MOST_BYTES) {
      exchange.refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, "the request is too large");
    } else {
      read(request, exchange);
    }
    return true;
  }

  private static boolean isJson(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private void read(Request request, Exchange exchange) {
    Content.Source.asByteArrayAsync(
        request,
        MOST_BYTES,
        Promise.Invocable.from(
            InvocationType.NON_BLOCKING,
            body -> hand(body, exchange),
            failure ->
                exchange.refuse(HttpStatus.BAD_REQUEST_400, "the request could not be read")));
  }

  private void hand(byte[] body, Exchange exchange) {
    try {
      threads.execute(() -> exchange.answer(body));
    } catch (RejectedExecutionException e) {
      exchange.refuse(
          HttpStatus.SERVICE_UNAVAILABLE_503, "others ask already; try again in a moment");
    }
  }

  private final class Exchange {
    private final Request asked;
    private final Response response;
    private final Callback callback;

    Exchange(Request asked, Response response, Callback callback) {
      this.asked = asked;
      this.response = response;
      this.callback = callback;
    }

    void answer(byte[] body) {
      try {
        JsonNode request = JSON.readTree(body);
        if (request == null || !request.isObject()) {
          refuse(HttpStatus.BAD_REQUEST_400, "a JSON object is expected");
          return;
        }
        send(HttpStatus.OK_200, JSON.writeValueAsBytes(work.answer(request)));
      } catch (JsonProcessingException e) {
        refuse(HttpStatus.BAD_REQUEST_400, "this is no JSON");
      } catch (RefusedException e) {
        refuse(HttpStatus.CONFLICT_409, String.valueOf(e.getMessage()));
      } catch (Exception e) {
        LOG.warn("a request of the console failed", e);
        refuse(HttpStatus.INTERNAL_SERVER_ERROR_500, "it failed; the log says why");
      }
    }

    void refuse(int status, String why) {
      try {
        send(status, JSON.writeValueAsBytes(Map.of("error", why)));
      } catch (IOException e) {
        callback.failed(e);
      }
    }

    private void send(int status, byte[] json) {
      response.setStatus(status);
      // A refusal may come before the body has: the server hangs up then, and clients have to know.
      if (!asked.consumeAvailable()) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
      response.write(true, ByteBuffer.wrap(json), callback);
    }
  }

  /** A text of a request. */
  public static String text(JsonNode request, String field, int mostBytes) throws RefusedException {
    String text = textOrNone(request, field, mostBytes);
    if (text.isEmpty()) {
      throw new RefusedException(field + " is empty");
    }
    return text;
  }

  /** The same, empty when the request does not have it. */
  public static String textOrNone(JsonNode request, String field, int mostBytes)
      throws RefusedException {
    String text = request.path(field).asText("").strip();
    if (text.getBytes(UTF_8).length > mostBytes) {
      throw new RefusedException(field + " is too long");
    }
    return text;
  }
}
