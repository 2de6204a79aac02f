package io.copyflow.ingest.send;

import io.copyflow.ingest.failure.IngestException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A transaction that its coordinator takes for ended and partitions take for open. A coordinator
 * that aborts one while it starts, and does not know yet where partitions are, leaves their markers
 * out: seen with a broker that was killed and took longer to start than the transaction may. Such a
 * transaction hides all that follows from readers, for ever (KIP-664 calls it hanging); worse, the
 * next one of the same id, committed, would commit its records too.
 */
final class Leftover {

  /** States in which a coordinator knows of nothing that is open. */
  private static final Set<TransactionState> ENDED =
      Set.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_ABORT,
          TransactionState.COMPLETE_COMMIT);

  private final KafkaClients clients;
  private final String transactionalId;

  Leftover(KafkaClients clients, String transactionalId) {
    this.clients = clients;
    this.transactionalId = transactionalId;
  }

  /**
   * Aborts what is still open of this id in topics. Call it between {@code initTransactions}, which
   * ends all that the coordinator knows of, and the first record.
   *
   * @throws IngestException when something is open and this user may not abort it
   */
  void abort(Set<String> topics) {
    try (var admin = clients.admin()) {
      TransactionDescription own =
          KafkaClients.get(
              admin.describeTransactions(List.of(transactionalId)).description(transactionalId));
      if (ENDED.contains(own.state())) {
        open(admin, topics, own).forEach(one -> abort(admin, one));
      }
    } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
      // This user may not look, or a topic is missing: reading what was sent meets it, and says so.
      return;
    }
  }

  /**
   * What is open of an epoch before the one that the coordinator is at: asked for it first, so that
   * whatever another ingest begins meanwhile has a later one.
   */
  private static List<AbortTransactionSpec> open(
      Admin admin, Set<String> topics, TransactionDescription own) {
    Set<TopicPartition> partitions = new HashSet<>();
    KafkaClients.get(admin.describeTopics(topics).allTopicNames())
        .forEach((topic, described) ->
            described
                .partitions()
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
    Map<TopicPartition, PartitionProducerState> states =
        KafkaClients.get(admin.describeProducers(partitions).all());
    List<AbortTransactionSpec> open = new ArrayList<>();
    states.forEach((partition, state) ->
        state.activeProducers().stream()
            .filter(one -> one.producerId() == own.producerId())
            .filter(one -> one.producerEpoch() < own.producerEpoch())
            .filter(one -> one.currentTransactionStartOffset().isPresent())
            .forEach(one -> open.add(spec(partition, one))));
    return open;
  }

  private static AbortTransactionSpec spec(TopicPartition partition, ProducerState state) {
    return new AbortTransactionSpec(
        partition,
        state.producerId(),
        (short) state.producerEpoch(),
        state.coordinatorEpoch().orElse(0));
  }

  private void abort(Admin admin, AbortTransactionSpec open) {
    try {
      KafkaClients.get(admin.abortTransaction(open).all());
    } catch (AuthorizationException e) {
      throw new IngestException(
          "a transaction of an earlier ingest hangs at %s; have an administrator run: kafka-transactions.sh abort --topic %s --partition %d --start-offset OFFSET (find-hanging tells it)"
              .formatted(
                  open.topicPartition(),
                  open.topicPartition().topic(),
                  open.topicPartition().partition()),
          e);
    }
  }
}
