package io.copyflow.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all routes. A page from elsewhere that reaches this server through a visitor's
 * browser gives itself away: by the name it calls the server (DNS rebinding needs one of its own,
 * never a bare address), or by its {@code Origin}. Every answer forbids scripts, frames and
 * contents from anywhere but here.
 */
final class Guard extends Handler.Wrapper {

  private static final List<HttpField> HEADERS =
      List.of(
          new HttpField(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; form-action 'none'; base-uri 'none';"
                  + " frame-ancestors 'none'"),
          new HttpField("X-Content-Type-Options", "nosniff"),
          new HttpField("Referrer-Policy", "no-referrer"),
          new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));

  private final Set<String> names;

  Guard(Handler inside, List<String> allowedHosts) {
    super(inside);
    this.names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.add("localhost");
    names.addAll(allowedHosts);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    protect(response);
    if (!isOurName(Request.getServerName(request))) {
      Response.writeError(
          request,
          response,
          callback,
          HttpStatus.MISDIRECTED_REQUEST_421,
          "not known by this name; see http.allowed.hosts");
      return true;
    }
    if (!isOurOrigin(request)) {
      Response.writeError(
          request, response, callback, HttpStatus.FORBIDDEN_403, "not for pages from elsewhere");
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** Jetty forgets all headers when it answers with an error. */
  static void protect(Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    HEADERS.forEach(headers::put);
  }

  private boolean isOurName(@Nullable String name) {
    return name != null && (names.contains(name) || isAddress(name));
  }

  /** Whether it is written as an IP address; asks no name server. */
  private static boolean isAddress(String name) {
    return name.startsWith("[")
        || name.indexOf(':') >= 0
        || name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  /** A browser says where the page came from that makes it call; other clients say nothing. */
  private static boolean isOurOrigin(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin == null) {
      return true;
    }
    HttpURI called = request.getHttpURI();
    String scheme = String.valueOf(called.getScheme()).toLowerCase(Locale.ROOT);
    var here = new HostPort(Request.getServerName(request), Request.getServerPort(request));
    return origin.equalsIgnoreCase(scheme + "://" + here)
        || origin.equalsIgnoreCase(scheme + "://" + called.getAuthority());
  }
}
