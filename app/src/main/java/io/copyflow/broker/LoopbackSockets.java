package io.copyflow.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's two listening sockets, bound before the broker is configured. So a free port cannot
 * be lost to another program between choosing and binding it, and a port in use is known at once.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Map<String, ServerSocketChannel> channels;

  private LoopbackSockets(Map<String, ServerSocketChannel> channels) {
    this.channels = channels;
  }

  /**
   * Binds both.
   *
   * @param port for clients; 0 for any free one
   */
  static LoopbackSockets bind(int port) throws IOException, PortInUseException {
    var clients = bound(port);
    try {
      return new LoopbackSockets(Map.of(CLIENTS, clients, CONTROLLER, bound(0)));
    } catch (IOException | PortInUseException e) {
      clients.close();
      throw e;
    }
  }

  InetSocketAddress address(String listener) {
    return (InetSocketAddress) channel(listener).socket().getLocalSocketAddress();
  }

  int port(String listener) {
    return channel(listener).socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    var channel = channel(listener);
    channel.configureBlocking(false);
    return channel;
  }

  @Override
  public void close() {
    for (var channel : channels.values()) {
      try {
        channel.close();
      } catch (IOException e) {
        // Kafka closed it, or the process is about to end: either way nothing is left to do.
      }
    }
  }

  private ServerSocketChannel channel(String listener) {
    var channel = channels.get(listener);
    if (channel == null) {
      throw new IllegalArgumentException("no listener named " + listener);
    }
    return channel;
  }

  private static ServerSocketChannel bound(int port) throws IOException, PortInUseException {
    var channel = ServerSocketChannel.open();
    try {
      return channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    } catch (BindException e) {
      channel.close();
      throw new PortInUseException(port, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
