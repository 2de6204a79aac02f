package io.copyflow.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLogsTest {

  private static final String HOSTILE = "a\n{\"level\":\"ERROR\"}\u001b[2J\u202E.txt";

  @Test
  void event_isOneObjectInALine() throws Exception {
    LoggingEvent event = event("a raw record is refused: " + HOSTILE, null);
    event.addKeyValuePair(new KeyValuePair("document", HOSTILE));
    event.addKeyValuePair(new KeyValuePair("raw", "0-17"));
    event.addKeyValuePair(new KeyValuePair("times", 10L));

    JsonNode line = only(new JsonLayout().doLayout(event));

    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("time").asText()).endsWith("Z");
    assertThat(line.get("document").asText())
        .isEqualTo("a\\u000a{\"level\":\"ERROR\"}\\u001b[2J\\u202e.txt");
    assertThat(line.get("raw").asText()).isEqualTo("0-17");
    assertThat(line.get("times").isNumber()).isTrue();
    assertThat(line.has("error")).isFalse();
  }

  @Test
  void failure_keepsItsStackInTheLine() throws Exception {
    var event = event("failed", new IllegalStateException("no\rroom"));

    JsonNode error = only(new JsonLayout().doLayout(event)).get("error");

    assertThat(error.get("type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("message").asText()).isEqualTo("no\\u000droom");
    assertThat(error.get("stack").asText()).contains("\tat " + getClass().getName());
  }

  @Test
  void talk_isAsItIs_untilLogsAreJson() throws Exception {
    var bytes = new ByteArrayOutputStream();
    var json = new AtomicBoolean();
    var terminal = new PrintStream(new Talk(bytes, json::get), true, UTF_8);

    terminal.println("copyflow: processing");
    assertThat(bytes.toString(UTF_8)).isEqualTo("copyflow: processing" + System.lineSeparator());

    bytes.reset();
    json.set(true);
    terminal.printf("copyflow: %s%n", "Schiffe im Ü");
    assertThat(only(bytes.toString(UTF_8)).get("message").asText()).isEqualTo("Schiffe im Ü");
  }

  private static JsonNode only(String text) throws Exception {
    assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
    return new ObjectMapper().readTree(text);
  }

  private LoggingEvent event(String message, Throwable thrown) {
    var logger = new LoggerContext().getLogger("here");
    return new LoggingEvent(getClass().getName(), logger, Level.WARN, message, thrown, null);
  }
}
