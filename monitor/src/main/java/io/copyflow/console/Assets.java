package io.copyflow.console;

import io.copyflow.http.Page;
import io.copyflow.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** The page's own files: a fixed list on the class path, so that no request names another. */
final class Assets {

  private static final String PAGE = "index.html";

  private static final List<String> ALL =
      List.of(
          PAGE,
          "icon.svg",
          "actions.js",
          "console.css",
          "console.js",
          "dom.js",
          "find.js",
          "format.js",
          "job.js",
          "letters.js",
          "panels.js",
          "post.js",
          "replay.js");

  private Assets() {}

  static List<Route> routes() {
    return ALL.stream().map(Assets::route).toList();
  }

  private static Route route(String name) {
    var page = new Page(HttpStatus.OK_200, type(name), read(name));
    // The empty path is the server's root.
    return Route.page(name.equals(PAGE) ? "" : "/console/" + name, () -> page);
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("nobody says what " + name + " is");
    };
  }

  private static byte[] read(String name) {
    try (var file = Assets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the console's " + name + " is not on the class path");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
