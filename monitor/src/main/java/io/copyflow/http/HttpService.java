package io.copyflow.http;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of one process: answers at once or streams, for a few operators and their tools.
 * Thread-safe.
 *
 * <p>Requests are read without a thread for each, so clients that send theirs byte by byte
 * (slowloris) cost memory and no more; they and idle ones are hung up on after {@link #IDLE}. A
 * route that streams has to write something more often than that.
 */
public final class HttpService implements AutoCloseable {

  /** A connection on which nothing was sent or received for this long is closed. */
  public static final Duration IDLE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final int MOST_THREADS = 8;
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int MOST_HEADER_BYTES = 8 << 10;
  private static final long LEAST_BYTES_PER_SECOND = 100;

  private final Server server;
  private final ServerConnector connector;
  private final HttpSettings settings;

  private HttpService(HttpSettings settings, Server server, ServerConnector connector) {
    this.settings = settings;
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens.
   *
   * @param settings where; must be on
   * @param routes the most specific path wins; what none of them takes is 404
   * @throws HttpUnavailableException when it cannot listen there
   */
  public static HttpService start(HttpSettings settings, List<Route> routes)
      throws HttpUnavailableException {
    var threads = new QueuedThreadPool(MOST_THREADS, 1);
    threads.setName("http");
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    server.setErrorHandler(new PlainErrors());
    server.setHandler(new Guard(mapped(routes), settings.allowedHosts()));
    var service = new HttpService(settings, server, connector);
    service.listen();
    return service;
  }

  private void listen() throws HttpUnavailableException {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new HttpUnavailableException(settings, e);
    }
  }

  private static PathMappingsHandler mapped(List<Route> routes) {
    var mapped = new PathMappingsHandler();
    routes.forEach(route -> mapped.addMapping(PathSpec.from(route.path()), route.handler()));
    return mapped;
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
    configuration.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
    return configuration;
  }

  /** Where it can be reached: {@code http://127.0.0.1:41234}. */
  public String address() {
    String host = settings.host().indexOf(':') < 0 ? settings.host() : "[" + settings.host() + "]";
    return "http://" + host + ":" + port();
  }

  /** The port at which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Hangs up on everybody. Never throws. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the HTTP server did not stop in order", e);
    }
  }
}
