package io.copyflow.action;

import io.copyflow.extract.Extractor;
import io.copyflow.extract.Limits;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.identity.Window;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.replay.Site;
import io.copyflow.topics.Topics;
import io.copyflow.topology.ProcessorSettings;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Sites of tests. */
public final class Sites {

  /** A cluster that nobody can reach. */
  public static final Site NOWHERE =
      new Site(
          ProcessorSettings.of(
              Map.of(), Path.of("state"), Map.of("bootstrap.servers", "127.0.0.1:1")),
          new Topics("copyflow.", 1),
          Wire.singleObject(),
          new Extractor(Limits.standard(), Publishers.standard()),
          LedgerSettings.of(Map.of(), Window.NONE),
          Clock.systemUTC());

  private Sites() {}
}
