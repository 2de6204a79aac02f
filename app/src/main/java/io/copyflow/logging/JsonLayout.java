package io.copyflow.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Log events for programs: one JSON object in one line, with what the event is about under names of
 * its own ({@code document}, {@code raw}, {@code kind}, {@code times}).
 */
final class JsonLayout extends LayoutBase<ILoggingEvent> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String doLayout(ILoggingEvent event) {
    ObjectNode line =
        line(
            Instant.ofEpochMilli(event.getTimeStamp()),
            event.getLevel().toString(),
            event.getLoggerName(),
            event.getFormattedMessage());
    line.put("thread", event.getThreadName());
    if (event.getKeyValuePairs() != null) {
      event
          .getKeyValuePairs()
          .forEach(pair -> {
            if (pair.value instanceof Number number) {
              line.put(pair.key, number.longValue());
            } else {
              line.put(pair.key, Printable.line(String.valueOf(pair.value)));
            }
          });
    }
    if (event.getThrowableProxy() != null) {
      error(line.putObject("error"), event.getThrowableProxy());
    }
    return text(line);
  }

  private static void error(ObjectNode error, IThrowableProxy thrown) {
    error.put("type", thrown.getClassName());
    error.put("message", Printable.line(String.valueOf(thrown.getMessage())));
    error.put("stack", Printable.lines(ThrowableProxyUtil.asString(thrown)));
  }

  /** What a command says to its user, as an event. */
  static String talk(String said) {
    return text(line(Instant.now(), "INFO", "copyflow", said));
  }

  private static ObjectNode line(Instant time, String level, String logger, String message) {
    return JSON.createObjectNode()
        .put("time", time.toString())
        .put("level", level)
        .put("logger", logger)
        .put("message", Printable.line(message));
  }

  private static String text(ObjectNode line) {
    try {
      return JSON.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }
}
