package io.copyflow.topology;

import io.copyflow.avro.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The door through which Kafka Streams asks {@link Failures}. It makes an object of this class for
 * each kind of failure and thread; all of one application share what they ask.
 */
public final class FailureHandler
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {

  private static final String FAILURES = "copyflow.failures";

  private @Nullable Failures failures;

  /** For Kafka Streams, which configures it before it asks. */
  public FailureHandler() {}

  /** What Kafka Streams has to be told, so that it asks. */
  static Map<String, Object> properties(Failures failures) {
    return Map.of(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        FailureHandler.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        FailureHandler.class,
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        FailureHandler.class,
        FAILURES,
        failures);
  }

  @Override
  public void configure(Map<String, ?> properties) {
    failures = (Failures) Objects.requireNonNull(properties.get(FAILURES));
  }

  private Failures failures() {
    return Objects.requireNonNull(failures);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext at, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    List<ProducerRecord<byte[], byte[]>> refusal =
        failures().refuse(at, Stage.DECODE, record.key(), record.value(), failure);
    return refusal == null
        ? DeserializationExceptionHandler.Response.fail()
        : DeserializationExceptionHandler.Response.resume(refusal);
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext at, Record<?, ?> record, Exception failure) {
    List<ProducerRecord<byte[], byte[]>> refusal =
        failures().refuse(at, Stage.EXTRACT, at.sourceRawKey(), at.sourceRawValue(), failure);
    return refusal == null
        ? ProcessingExceptionHandler.Response.fail()
        : ProcessingExceptionHandler.Response.resume(refusal);
  }

  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext at, ProducerRecord<byte[], byte[]> record, Exception failure) {
    failures().notWritten(at, record, failure);
    return ProductionExceptionHandler.Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // So it is declared.
  public ProductionExceptionHandler.Response handleSerializationError(
      ErrorHandlerContext at,
      ProducerRecord record,
      Exception failure,
      SerializationExceptionOrigin origin) {
    failures().notEncoded(at, record.topic(), failure);
    return ProductionExceptionHandler.Response.fail();
  }
}
