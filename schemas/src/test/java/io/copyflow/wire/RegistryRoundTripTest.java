package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.avro.IngestedVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our wire against a real registry: {@code mvn test -pl schemas -Pregistry}. */
@Tag("registry")
class RegistryRoundTripTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static ApicurioRegistry registry;

  static List<SpecificRecord> records() {
    return Records.all();
  }

  @BeforeAll
  static void startRegistry() throws IOException {
    registry = ApicurioRegistry.start();
    registry.send("PUT", "/config", "{\"compatibility\": \"FULL_TRANSITIVE\"}");
  }

  @AfterAll
  static void stopRegistry() throws InterruptedException {
    if (registry != null) {
      registry.close();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void record_comesBackAsItWas(SpecificRecord record) {
    var value = write(record);

    // Another wire, so that nothing comes from a cache.
    assertThat(wire().serde(record.getClass()).deserializer().deserialize("t", value))
        .isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("records")
  void consumerWithTheRegistryAndPlainAvro_readsIt(SpecificRecord record) throws IOException {
    var value = write(record);
    var answer = registry.send("GET", "/schemas/ids/" + ByteBuffer.wrap(value).getInt(1), "");
    var schema = new Schema.Parser().parse(JSON.readTree(answer).path("schema").asText());
    var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);

    var read = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);

    assertThat(Json.toJson(read)).isEqualTo(Json.toJson(record));
  }

  @Test
  void schema_isRegisteredAsPublished() throws JsonProcessingException {
    write(Records.ingested());

    var answer = registry.send("GET", "/subjects/t.IngestedVersion-value/versions/1", "");
    assertThat(JSON.readTree(JSON.readTree(answer).path("schema").asText()))
        .isEqualTo(JSON.readTree(PublishedSchemas.latest("IngestedVersion").toString()));
  }

  @Test
  void readerWithoutTheRegistry_saysWhichSettingIsMissing() {
    var value = write(Records.ingested());
    var reader = Wire.singleObject().serde(IngestedVersion.class).deserializer();

    assertThatThrownBy(() -> reader.deserialize("t", value))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("set schema.registry.url");
  }

  @Test
  void idThatTheRegistryDoesNotHave_isTheRecordsFault() {
    var reader = wire().serde(IngestedVersion.class).deserializer();

    assertThatThrownBy(() -> reader.deserialize("t", new byte[] {0, 0, 1, 0, 0, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("has no schema with id 65536");
  }

  @Test
  void schemaThatBreaksReaders_isRefusedByTheRegistry() {
    var client = new RegistryClient(RegistrySettings.of(registry.url()));
    client.register("broken-value", PublishedSchemas.latest("IngestedVersion"));
    var text = PublishedSchemas.latest("IngestedVersion").toString();
    var narrower = new Schema.Parser().parse(text.replace("\"long\"", "\"int\""));

    assertThatThrownBy(() -> client.register("broken-value", narrower))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("the schema registry refuses IngestedVersion under broken-value");
  }

  private static Wire wire() {
    return Wire.of(Map.of(RegistrySettings.URL, registry.url().toString()));
  }

  @SuppressWarnings("unchecked")
  private static byte[] write(SpecificRecord record) {
    var serde = (Serde<SpecificRecord>) wire().serde(record.getClass());
    return serde.serializer().serialize("t." + record.getSchema().getName(), record);
  }
}
