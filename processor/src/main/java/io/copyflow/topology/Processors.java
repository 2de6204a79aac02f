package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The processors of one application, in whatever processes on whatever machines they run. Each
 * tells its rules in the name that it has in its group, so they can be asked for while it runs and
 * are those that it runs by, not those that somebody meant to start. A name lives as long as its
 * rules: started again by others, a processor is another member, and the old one is seen until its
 * session is over. Used by one thread.
 */
public final class Processors implements AutoCloseable {

  /** What stands for the rules of a processor that does not tell them: an older version's. */
  public static final String UNTOLD = "unknown";

  private static final String MARK = "-rules-";

  /** Kafka Streams numbers its threads behind the name. */
  private static final Pattern NAME = Pattern.compile(MARK + "(\\S+)-\\d+$");

  private static final Pattern THREAD = Pattern.compile("-StreamThread-\\d+-consumer$");
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ProcessorSettings settings;
  private final Topics topics;
  private final Admin admin;
  private long askedAt = System.nanoTime() - ASK_AGAIN_NANOS;

  /** The processors that share these settings' application id. */
  public Processors(ProcessorSettings settings, Topics topics) {
    this.settings = settings;
    this.topics = topics;
    this.admin = Admin.create(settings.kafka());
  }

  /** What an instance is called in its group. Kafka allows no plus sign there. */
  static String memberName(String instanceId, String rules) {
    return instanceId + MARK + rules.replace('+', '_');
  }

  /** The rules that a member's name tells. */
  static String rulesOf(String memberName) {
    Matcher told = NAME.matcher(memberName);
    return told.find() ? told.group(1).replace('_', '+') : UNTOLD;
  }

  /** The rules by which those that run now read, each once; empty when none runs. */
  public Set<String> rules() {
    var rules = new TreeSet<String>();
    members().forEach(member -> rules.add(rulesOf(member.groupInstanceId().orElse(""))));
    return rules;
  }

  /** How many run now, however many threads each of them has. */
  public int instances() {
    return (int)
        members().stream()
            .map(member -> THREAD.matcher(member.clientId()).replaceFirst(""))
            .distinct()
            .count();
  }

  /**
   * Waits until everything that is committed now has led to all that follows from it: raw records,
   * decisions, requests to read again.
   *
   * @throws PipelineStoppedException when no processor runs
   */
  public void awaitSettled() throws InterruptedException {
    try (var drain = new Drain(settings.applicationId(), topics, settings.kafka())) {
      drain.await(this::noneRuns);
    }
  }

  private @Nullable RuntimeException noneRuns() {
    if (System.nanoTime() - askedAt < ASK_AGAIN_NANOS) {
      return null;
    }
    askedAt = System.nanoTime();
    return members().isEmpty() ? new PipelineStoppedException(null) : null;
  }

  private Collection<MemberDescription> members() {
    String group = settings.applicationId();
    try {
      var described = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
      return described == null ? List.of() : described.members();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw new KafkaException("cannot ask who works as " + group, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
