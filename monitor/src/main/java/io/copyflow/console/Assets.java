package io.copyflow.console;

import io.copyflow.http.Page;
import io.copyflow.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** The page's own files: a fixed list on the class path, so that no request names another. */
final class Assets {

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** By path; the empty one is the server's root. */
  private static final Map<String, Asset> ALL =
      Map.of(
          "", new Asset("index.html", "text/html; charset=utf-8"),
          "/console/icon.svg", new Asset("icon.svg", "image/svg+xml"),
          "/console/console.css", new Asset("console.css", "text/css; charset=utf-8"),
          "/console/console.js", new Asset("console.js", SCRIPT),
          "/console/dom.js", new Asset("dom.js", SCRIPT),
          "/console/format.js", new Asset("format.js", SCRIPT),
          "/console/panels.js", new Asset("panels.js", SCRIPT),
          "/console/find.js", new Asset("find.js", SCRIPT),
          "/console/post.js", new Asset("post.js", SCRIPT));

  private record Asset(String name, String type) {}

  private Assets() {}

  static List<Route> routes() {
    return ALL.entrySet().stream().map(entry -> route(entry.getKey(), entry.getValue())).toList();
  }

  private static Route route(String path, Asset asset) {
    var page = new Page(HttpStatus.OK_200, asset.type(), read(asset.name()));
    return Route.page(path, () -> page);
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
