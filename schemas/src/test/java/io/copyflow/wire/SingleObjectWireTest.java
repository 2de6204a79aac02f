package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawArticle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleObjectWireTest {

  private static final String TOPIC = "any";
  private static final Serde<RawArticle> RAW = Wire.singleObject().serde(RawArticle.class);

  static List<SpecificRecord> records() {
    return Records.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void record_comesBackAsItWas(SpecificRecord record) {
    assertThat(roundTrip(record)).isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("records")
  void consumerWithThePublishedFileAndPlainAvro_readsIt(SpecificRecord record) throws IOException {
    var published = new Schema.Parser().parse(Files.readString(latest(record)));
    var consumer = new BinaryMessageDecoder<GenericRecord>(new GenericData(), published);

    var read = consumer.decode(write(record));

    assertThat(Json.toJson(read)).isEqualTo(Json.toJson(record));
  }

  private static Path latest(SpecificRecord record) throws IOException {
    Path folder = Path.of("published", record.getSchema().getName());
    try (var versions = Files.list(folder)) {
      return folder.resolve(versions.count() + ".avsc");
    }
  }

  @Test
  void tombstone_isNullOnBothSides() {
    assertThat(RAW.serializer().serialize(TOPIC, null)).isNull();
    assertThat(RAW.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void valueOfAnotherRecord_saysThatItIsUnknown() {
    assertUnreadable(write(Records.outcome()), "no published version of RawArticle has the");
  }

  @Test
  void valueFromARegistry_saysWhichSettingIsMissing() {
    assertUnreadable(new byte[] {0, 0, 0, 0, 7, 2}, "schema id 7", "set schema.registry.url");
  }

  @Test
  void emptyValue_isNoRecord() {
    assertUnreadable(new byte[0], "begins with nothing");
  }

  @Test
  void html_isNoRecordAndSaysHowItBegins() {
    assertUnreadable(
        "<html><body>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "begins with 3C 68 74 6D");
  }

  @Test
  void bytesAfterTheRecord_areRefused() {
    var value = write(Records.raw());

    assertUnreadable(Arrays.copyOf(value, value.length + 1), "left over");
  }

  @Test
  void lengthOfTwoGigabytes_isRefusedWithoutAllocatingIt() {
    var value = ByteBuffer.wrap(Arrays.copyOf(write(Records.raw()), 15));
    value.put(10, new byte[] {(byte) 0xE0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F});

    assertUnreadable(value.array(), "Attempted to read 2147483632 bytes");
  }

  @Test
  void missingField_isNamedWhenWriting() {
    var incomplete = new Outcome();

    assertThatThrownBy(() -> write(incomplete))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("cannot encode Outcome");
  }

  @Property
  void recordCutOffAnywhere_isASerializationException(@ForAll @IntRange(max = 500) int length) {
    var value = write(Records.raw());
    var cut = Arrays.copyOf(value, Math.min(length, value.length - 1));

    assertUnreadable(cut, "");
  }

  @Property
  void damagedByte_givesARecordOrASerializationException(
      @ForAll @IntRange(max = 500) int at, @ForAll byte damage) {
    var value = write(Records.article());
    value[at % value.length] = damage;

    assertThat(readOrRefuse(value)).isTrue();
  }

  @Property
  void anyBytesAtAll_giveARecordOrASerializationException(@ForAll byte[] value) {
    assertThat(readOrRefuse(value)).isTrue();
  }

  private static boolean readOrRefuse(byte[] value) {
    try {
      return deserializer(Records.article()).deserialize(TOPIC, value) != null;
    } catch (SerializationException e) {
      return e.getMessage().lines().count() == 1;
    }
  }

  private static void assertUnreadable(byte[] value, String... parts) {
    assertThatThrownBy(() -> RAW.deserializer().deserialize(TOPIC, value))
        .isInstanceOf(SerializationException.class)
        .hasMessageContainingAll(parts);
  }

  private static SpecificRecord roundTrip(SpecificRecord record) {
    return deserializer(record).deserialize(TOPIC, write(record));
  }

  private static Deserializer<? extends SpecificRecord> deserializer(SpecificRecord record) {
    return Wire.singleObject().serde(record.getClass()).deserializer();
  }

  @SuppressWarnings("unchecked")
  private static byte[] write(SpecificRecord record) {
    var serde = (Serde<SpecificRecord>) Wire.singleObject().serde(record.getClass());
    return serde.serializer().serialize(TOPIC, record);
  }
}
