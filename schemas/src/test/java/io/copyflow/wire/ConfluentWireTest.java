package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.IngestedVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfluentWireTest {

  private static final IngestedVersion RECORD = Records.ingested();

  private FakeRegistry registry;
  private Serde<IngestedVersion> serde;

  @BeforeEach
  void startRegistry() throws IOException {
    registry = new FakeRegistry();
    serde = wire(registry.url()).serde(IngestedVersion.class);
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  @Test
  void record_comesBackAsItWas() {
    assertThat(read(write("t"))).isEqualTo(RECORD);
  }

  @Test
  void value_beginsWithZeroAndTheIdBigEndian() {
    registry.add(Schema.create(Schema.Type.STRING));

    assertThat(write("t")).startsWith(0, 0, 0, 0, 2);
  }

  @Test
  void schema_isRegisteredOncePerTopicUnderItsValueSubject() {
    write("news.documents");
    write("news.documents");
    write("other");

    assertThat(registry.requests)
        .containsExactly(
            "POST /subjects/news.documents-value/versions", "POST /subjects/other-value/versions");
  }

  @Test
  void registeredSchema_isThePublishedOne() {
    write("t");

    assertThat(registry.add(PublishedSchemas.latest("IngestedVersion"))).isEqualTo(1);
  }

  @Test
  void schema_isFetchedOncePerId() {
    var value = write("t");
    registry.requests.clear();
    read(value);
    read(value);

    assertThat(registry.requests).containsExactly("GET /schemas/ids/1");
  }

  @Test
  void singleObjectValue_isReadWithoutAskingTheRegistry() {
    var value =
        Wire.singleObject().serde(IngestedVersion.class).serializer().serialize("t", RECORD);

    assertThat(read(value)).isEqualTo(RECORD);
    assertThat(registry.requests).isEmpty();
  }

  @Test
  void valueOfALaterVersion_isReadByTheOldReader() throws IOException {
    assertThat(read(laterVersionsValue())).isEqualTo(RECORD);
  }

  @Test
  void tombstone_isNullOnBothSides() {
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
    assertThat(registry.requests).isEmpty();
  }

  @Test
  void unknownId_isTheRecordsFault() {
    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 99, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("the schema registry " + registry.url() + " has no schema with id 99");
  }

  @Test
  void incompatibleSchemaInTheRegistry_isTheRecordsFault() {
    registry.add(Schema.create(Schema.Type.STRING));

    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 1, 2, 65}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("IngestedVersion");
  }

  @Test
  void textInTheRegistryThatIsNoSchema_isTheRecordsFault() {
    registry.answerAlways(200, "{\"schema\": \"{\\\"type\\\": \\\"nonsense\\\"}\"}");

    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 1, 2, 65}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("schema 1 of the registry");
  }

  @Test
  void refusedSchema_saysWhatTheRegistrySays() {
    registry.answerAlways(409, "{\"error_code\":409,\"message\":\"incompatible\\nwith 1\"}");

    assertThatThrownBy(() -> write("t"))
        .isInstanceOf(SerializationException.class)
        .hasMessage(
            "the schema registry refuses IngestedVersion under t-value: incompatible with 1");
  }

  @Test
  void failingRegistry_isWorthAnotherTry() {
    registry.answerAlways(503, "down");

    assertThatThrownBy(() -> write("t"))
        .isInstanceOf(RegistryUnavailableException.class)
        .isInstanceOf(RetriableException.class)
        .hasMessageContainingAll("try again later", registry.url().toString(), "status 503");
  }

  @Test
  void registryThatAsksForAPassword_isNotTheRecordsFault() {
    registry.answerAlways(401, "");

    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 1, 0}))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("set schema.registry.basic.auth.user.info");
  }

  @Test
  void webServerThatIsNoRegistry_isNotTheRecordsFault() {
    registry.answerAlways(404, "<html>no such page</html>");

    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 1, 0}))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("is the path of schema.registry.url right?");
  }

  @Test
  void closedPort_isPassedOverForTheNextAddress() throws IOException {
    var dead = URI.create("http://127.0.0.1:" + closedPort());
    var both = settings(Optional.empty(), dead, registry.url());

    assertThat(
            Wire.confluent(both).serde(IngestedVersion.class).serializer().serialize("t", RECORD))
        .startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void silentRegistry_timesOut() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      var impatient = new RegistrySettings(List.of(url), Optional.empty(), Duration.ofMillis(50));
      var stuck = Wire.confluent(impatient).serde(IngestedVersion.class).serializer();

      assertThatThrownBy(() -> stuck.serialize("t", RECORD))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void userInfo_isSentAsBasicAuthentication() {
    var withPassword = settings(Optional.of(new Password("Aladdin:open sesame")), registry.url());
    Wire.confluent(withPassword).serde(IngestedVersion.class).serializer().serialize("t", RECORD);

    // The example of RFC 7617.
    assertThat(registry.credentials).containsExactly("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void configurationWithAddress_givesConfluentsFormat() {
    var wire = Wire.of(Map.of(RegistrySettings.URL, registry.url().toString()));

    assertThat(wire.serde(IngestedVersion.class).serializer().serialize("t", RECORD)).startsWith(0);
  }

  @Test
  void configurationWithoutAddress_givesTheDefault() {
    var wire = Wire.of(Map.of("bootstrap.servers", "localhost:9092"));

    assertThat(wire.serde(IngestedVersion.class).serializer().serialize("t", RECORD))
        .startsWith(0xC3, 1);
  }

  private byte[] laterVersionsValue() throws IOException {
    var fields = PublishedSchemas.latest("IngestedVersion").toString();
    var later =
        new Schema.Parser()
            .parse(
                fields.replaceFirst(
                    "\"fields\":\\[",
                    "\"fields\":[{\"name\":\"etag\",\"type\":\"string\",\"default\":\"\"},"));
    var record =
        new GenericRecordBuilder(later)
            .set("sha256", RECORD.getSha256())
            .set("bytes", RECORD.getBytes())
            .build();
    var out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(5).putInt(1, registry.add(later)).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(later, GenericData.get()).write(record, encoder);
    return out.toByteArray();
  }

  private byte[] write(String topic) {
    return serde.serializer().serialize(topic, RECORD);
  }

  private IngestedVersion read(byte[] value) {
    return serde.deserializer().deserialize("t", value);
  }

  private static Wire wire(URI url) {
    return Wire.confluent(RegistrySettings.of(url));
  }

  private static RegistrySettings settings(Optional<Password> userInfo, URI... urls) {
    return new RegistrySettings(List.of(urls), userInfo, Duration.ofSeconds(10));
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
