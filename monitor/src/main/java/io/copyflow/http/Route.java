package io.copyflow.http;

import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/**
 * What answers at a path. Handlers are Jetty's: asynchronous, so that one that streams holds no
 * thread.
 *
 * @param path as Jetty maps it: {@code /exactly/this} or {@code /all/below/*}
 * @param handler called on a thread of the server's pool; several calls may run at once
 */
public record Route(String path, Handler handler) {

  /**
   * A route that answers GET and HEAD with a whole page.
   *
   * @param page called for each request, on a thread that may block for a moment
   */
  public static Route page(String path, Supplier<Page> page) {
    return new Route(path, new PageHandler(page));
  }
}
