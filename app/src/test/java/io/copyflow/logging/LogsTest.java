package io.copyflow.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class LogsTest {

  private final LoggerContext context = new LoggerContext();

  @Test
  void librariesAreSilent_untilAskedFor() {
    new Logs().configure(context);

    assertThat(context.getLogger("org.apache.kafka.clients").isErrorEnabled()).isFalse();
    assertThat(context.getLogger("io.copyflow.broker").isWarnEnabled()).isTrue();
  }

  @Test
  void briefLine_holdsTheReasonAndNoBreaks() {
    var event = event(Level.WARN, "file a\nb", new IllegalStateException("no\u001broom"));

    assertThat(EventLayout.brief().doLayout(event))
        .isEqualTo("warn: file a\\u000ab: no\\u001broom\n");
  }

  @Test
  void fullText_holdsTheStackTrace() {
    var event = event(Level.ERROR, "failed", new IllegalStateException("no\rroom"));

    assertThat(EventLayout.full().doLayout(event))
        .contains("ERROR [", "here - failed\n", "no\\u000droom", "\tat " + getClass().getName());
  }

  private LoggingEvent event(Level level, String message, Throwable thrown) {
    Logger logger = context.getLogger("here");
    return new LoggingEvent(getClass().getName(), logger, level, message, thrown, null);
  }
}
