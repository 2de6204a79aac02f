package io.copyflow.topics;

/**
 * Something in which a cluster is not what the catalogue asks for.
 *
 * @param topic full name
 * @param aspect what differs: {@code topic}, {@code partitions}, or a topic configuration's name
 * @param found what the cluster has
 * @param wanted what the catalogue asks for
 * @param remedy a command that puts it right, with what to know before running it
 */
public record TopicProblem(
    String topic, String aspect, String found, String wanted, String remedy) {

  /** The problem in one line. */
  public String line() {
    return "%s: %s is %s, should be %s; %s".formatted(topic, aspect, found, wanted, remedy);
  }
}
