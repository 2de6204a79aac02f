package io.copyflow.topology;

import io.copyflow.topology.PipelineObserver.Step;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** A step with a clock beside it. */
final class Timed<K, V, K2, V2> implements Processor<K, V, K2, V2> {

  private final Processor<K, V, K2, V2> step;
  private final Step name;
  private final PipelineObserver observer;

  private Timed(Processor<K, V, K2, V2> step, Step name, PipelineObserver observer) {
    this.step = step;
    this.name = name;
    this.observer = observer;
  }

  static <K, V, K2, V2> ProcessorSupplier<K, V, K2, V2> by(
      PipelineObserver observer, Step name, ProcessorSupplier<K, V, K2, V2> step) {
    return () -> new Timed<>(step.get(), name, observer);
  }

  @Override
  public void init(ProcessorContext<K2, V2> context) {
    step.init(context);
  }

  @Override
  public void process(Record<K, V> record) {
    long start = System.nanoTime();
    step.process(record);
    observer.took(name, System.nanoTime() - start);
  }

  @Override
  public void close() {
    step.close();
  }
}
