package io.copyflow.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.util.Locale;

/** Log events as text that cannot forge another event. */
final class EventLayout extends LayoutBase<ILoggingEvent> {

  private final boolean full;

  private EventLayout(boolean full) {
    this.full = full;
  }

  /** For people at a terminal: level and message, one line whatever happened. */
  static EventLayout brief() {
    return new EventLayout(false);
  }

  /** For the log file: time (UTC), thread, logger, and stack traces. */
  static EventLayout full() {
    return new EventLayout(true);
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return full ? fullText(event) : briefText(event);
  }

  private static String briefText(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    String why = thrown == null ? "" : ": " + thrown.getMessage();
    return level(event) + ": " + Printable.line(event.getFormattedMessage() + why) + "\n";
  }

  private static String fullText(ILoggingEvent event) {
    String line =
        "%s %-5s [%s] %s - %s%n"
            .formatted(
                Instant.ofEpochMilli(event.getTimeStamp()),
                event.getLevel(),
                event.getThreadName(),
                event.getLoggerName(),
                Printable.line(event.getFormattedMessage()));
    var thrown = event.getThrowableProxy();
    return thrown == null ? line : line + Printable.lines(ThrowableProxyUtil.asString(thrown));
  }

  private static String level(ILoggingEvent event) {
    return event.getLevel().toString().toLowerCase(Locale.ROOT);
  }
}
