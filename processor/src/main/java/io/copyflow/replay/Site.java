package io.copyflow.replay;

import io.copyflow.extract.Extractor;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.topics.Topics;
import io.copyflow.topology.Pace;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.ProcessorSettings;
import io.copyflow.wire.Wire;
import java.time.Clock;

/**
 * Where and by what a replay runs.
 *
 * @param live settings of the live processor, with the state folder of this machine
 * @param topics of the live pipeline
 * @param wire how their values are written
 * @param extractor the rules
 * @param space memory and disk that comparing may take
 * @param clock names generations and dates what is written of them
 */
public record Site(
    ProcessorSettings live,
    Topics topics,
    Wire wire,
    Extractor extractor,
    LedgerSettings space,
    Clock clock) {

  Pipeline generation(String id, Pace pace) {
    return Pipeline.ofGeneration(id, live, topics, wire, extractor, pace);
  }

  Generations generations() {
    return new Generations(topics, wire, live.kafka());
  }
}
