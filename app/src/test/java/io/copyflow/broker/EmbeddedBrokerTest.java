package io.copyflow.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerTest {

  @TempDir Path directory;

  @Test
  void restartedBroker_stillHasItsRecords() throws Exception {
    try (var data = DataDirectory.open(directory);
        var broker = EmbeddedBroker.start(data, 0, EmbeddedBrokerTest::unexpected)) {
      Records.createTopic(broker.bootstrapServer());
      Records.write(broker.bootstrapServer(), "ferry", "harbour");
    }
    try (var data = DataDirectory.open(directory);
        var broker = EmbeddedBroker.start(data, 0, EmbeddedBrokerTest::unexpected)) {
      assertThat(Records.read(broker.bootstrapServer())).containsExactly("ferry", "harbour");
    }
  }

  @Test
  void killedBroker_hasItsCommittedRecordsAfterRestart() throws Exception {
    try (var first = BrokerProcess.start(directory)) {
      Records.createTopic(first.bootstrapServer());
      Records.write(first.bootstrapServer(), "ferry");
      first.kill();
    }
    try (var second = BrokerProcess.start(directory)) {
      Records.write(second.bootstrapServer(), "harbour");
      second.kill();
    }
    try (var third = BrokerProcess.start(directory)) {
      assertThat(Records.read(third.bootstrapServer())).containsExactly("ferry", "harbour");
    }
  }

  @Test
  void brokerKilledInTheMiddleOfACommit_endsItAfterRestart() throws Exception {
    try (var first = BrokerProcess.start(directory)) {
      // The more there is to take over, the longer the time in which a commit could get lost.
      Records.createTopic(first.bootstrapServer(), "many", 400);
      Records.createTopic(first.bootstrapServer());
      Records.write(first.bootstrapServer(), "ferry");
      first.kill();
    }
    LogFiles.cutBeforeMarkers(directory.resolve("kafka"), "records-0");
    try (var second = BrokerProcess.start(directory)) {
      assertThat(Records.read(second.bootstrapServer())).containsExactly("ferry");
    }
  }

  @Test
  void secondProcess_isToldWhoHoldsTheDirectoryAndWhere() throws Exception {
    try (var holder = BrokerProcess.start(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOfSatisfying(
              DataDirectoryInUseException.class,
              e -> assertThat(e.bootstrapServer()).contains(holder.bootstrapServer()))
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("process " + holder.pid())
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void portThatIsTaken_isRefusedByName() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var data = DataDirectory.open(directory)) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(data, port, EmbeddedBrokerTest::unexpected))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("port " + port);
    }
  }

  @Test
  void broker_listensOnTheLoopbackAddressOnly() throws Exception {
    var outside =
        NetworkInterface.networkInterfaces()
            .filter(nic -> !nic.getName().equals("lo"))
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .findFirst();
    Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but the loopback's");
    try (var data = DataDirectory.open(directory);
        var broker = EmbeddedBroker.start(data, 0, EmbeddedBrokerTest::unexpected)) {
      int port = Integer.parseInt(broker.bootstrapServer().replace("127.0.0.1:", ""));
      assertThatThrownBy(() -> new Socket(outside.get(), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void formatCutShort_isDoneAgain() throws Exception {
    Path leftOver = Files.createDirectories(directory.resolve("kafka.formatting"));
    Files.writeString(directory.resolve("VERSION"), "1\n");
    Files.writeString(leftOver.resolve("bootstrap.checkpoint"), "half of");
    try (var data = DataDirectory.open(directory);
        var broker = EmbeddedBroker.start(data, 0, EmbeddedBrokerTest::unexpected)) {
      assertThat(broker.bootstrapServer()).startsWith("127.0.0.1:");
      assertThat(leftOver).doesNotExist();
    }
  }

  @Test
  void damagedBrokerDirectory_isOneClearLine() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      Files.createDirectories(data.kafka());
      Files.write(data.kafka().resolve("meta.properties"), List.of("version=1", "node.id=7"));
      assertThatThrownBy(() -> EmbeddedBroker.start(data, 0, EmbeddedBrokerTest::unexpected))
          .isInstanceOf(BrokerFailedException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageNotContaining("\n");
    }
  }

  private static void unexpected(String line) {
    throw new AssertionError(line);
  }
}
