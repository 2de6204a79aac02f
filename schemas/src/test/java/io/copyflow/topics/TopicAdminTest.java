package io.copyflow.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a real broker; every test has a prefix of its own. */
@ExtendWith(KafkaClusterExtension.class)
class TopicAdminTest {

  static KafkaCluster cluster;

  @Test
  void createdTopics_areWhatTheCatalogueAsksFor() {
    try (var admin = admin("fresh.")) {
      admin.create();

      assertThat(admin.check()).isEmpty();
      assertThat(admin.describe())
          .extracting(TopicState::name)
          .containsExactly(
              "fresh.documents",
              "fresh.articles.raw",
              "fresh.rereads",
              "fresh.withdrawals",
              "fresh.articles",
              "fresh.outcomes",
              "fresh.dead-letters",
              "fresh.generations");
    }
  }

  @Test
  void creation_isIdempotent() {
    try (var admin = admin("twice.")) {
      assertThat(admin.create()).hasSize(8);
      assertThat(admin.create()).isEmpty();
    }
  }

  @Test
  void existingTopic_isLeftAlone() throws Exception {
    createByHand("own.outcomes", 2, Map.of("retention.ms", "60000"));
    try (var admin = admin("own.")) {
      assertThat(admin.create()).hasSize(7).doesNotContain("own.outcomes");
      assertThat(admin.describe())
          .filteredOn(topic -> topic.name().equals("own.outcomes"))
          .extracting(TopicState::partitions)
          .containsExactly(2);
    }
  }

  @Test
  void check_findsWhatSomeoneCreatedByHand() throws Exception {
    createByHand("hand.articles.raw", 1, Map.of("retention.ms", "60000"));
    try (var admin = admin("hand.")) {
      assertThat(admin.check())
          .filteredOn(problem -> problem.topic().equals("hand.articles.raw"))
          .extracting(TopicProblem::aspect)
          .containsExactly("partitions", "max.message.bytes", "retention.ms");
    }
  }

  @Test
  void emptyCluster_lacksEveryTopic() {
    try (var admin = admin("none.")) {
      assertThat(admin.describe()).isEmpty();
      assertThat(admin.check()).extracting(TopicProblem::aspect).hasSize(8).containsOnly("topic");
    }
  }

  @Test
  void clusterThatDoesNotAnswer_isUnreachable() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var config =
          Map.of(
              "bootstrap.servers",
              "127.0.0.1:" + silent.getLocalPort(),
              "default.api.timeout.ms",
              "200");
      try (var admin = TopicAdmin.connect(Topics.standard(), config)) {
        assertThatThrownBy(admin::check)
            .isInstanceOf(ClusterUnreachableException.class)
            .hasMessageStartingWith("cluster unreachable: 127.0.0.1:" + silent.getLocalPort());
      }
    }
  }

  @Test
  void addressThatDoesNotResolve_isUnreachable() {
    var config = Map.of("bootstrap.servers", "no-such-host.invalid:9092");

    assertThatThrownBy(() -> TopicAdmin.connect(Topics.standard(), config))
        .isInstanceOf(ClusterUnreachableException.class)
        .hasMessageContaining("no-such-host.invalid:9092 is no address of this network");
  }

  private static TopicAdmin admin(String prefix) {
    return TopicAdmin.connect(
        new Topics(prefix, 3), Map.of("bootstrap.servers", cluster.getBootstrapServers()));
  }

  private static void createByHand(String name, int partitions, Map<String, String> config)
      throws Exception {
    try (var admin = Admin.create(cluster.getKafkaClientConfiguration())) {
      var topic = new NewTopic(name, partitions, (short) 1).configs(config);
      admin.createTopics(List.of(topic)).all().get();
      // Brokers learn of it a little after the controller has answered.
      await()
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .until(() -> admin.describeTopics(List.of(name)).allTopicNames().get().size() == 1);
    }
  }
}
