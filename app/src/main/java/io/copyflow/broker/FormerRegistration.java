package io.copyflow.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * The registration that a killed broker leaves behind: until its session ends, the metadata calls
 * it the leader of every partition, under an address where nobody listens any more.
 *
 * <p>A broker that starts meanwhile takes that for its own. It then goes on with commits that the
 * kill cut short, and loses them for ever when it registers anew: for a moment no partition has a
 * leader, the transaction coordinator takes them for deleted, and ends the transaction without
 * having told them. Readers of committed data then never get past the place. So nothing of the
 * broker may start before the controller has taken the old registration out of service.
 */
final class FormerRegistration implements MetadataPublisher {

  /** Ten times the session of a broker that died, see {@code broker.properties}. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private FormerRegistration() {}

  /**
   * Returns when the metadata calls this broker the leader of nothing: at once on a first start and
   * after an orderly end.
   *
   * @throws BrokerFailedException when that does not happen
   */
  static void awaitEnd(MetadataLoader metadata) {
    var registration = new FormerRegistration();
    try {
      metadata.installPublishers(List.of(registration)).get();
      registration.over.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      metadata.removeAndClosePublisher(registration).get();
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerFailedException(
          "the broker's former registration does not end; start again, or look at the logs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerFailedException("interrupted while the broker started", e);
    }
  }

  @Override
  public String name() {
    return "FormerRegistration";
  }

  @Override
  public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
    BrokerRegistration known = image.cluster().broker(BrokerProperties.NODE_ID);
    if (known == null || known.fenced()) {
      over.complete(null);
    }
  }
}
