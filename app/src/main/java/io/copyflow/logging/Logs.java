package io.copyflow.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging. Found by logback as a service, so that it holds from the first event on: our own
 * warnings to standard error, nothing from the libraries, whose worries we report in our own words.
 * Configured in code because the file's place is known only at run time.
 */
public final class Logs extends ContextAwareBase implements Configurator {

  private static final String OURS = "io.copyflow";
  private static final String STDERR = "stderr";
  private static final FileSize FILE_SIZE = FileSize.valueOf("10MB");
  private static final int OLD_FILES = 3;
  private static volatile boolean json;

  /** Called by logback. */
  public Logs() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    var ours = context.getLogger(OURS);
    ours.setLevel(Level.INFO);
    ours.addAppender(standardError(context, Level.WARN));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Everything from INFO up, libraries included, to standard error. */
  public static void verbose() {
    var context = context();
    context.getLogger(OURS).detachAppender(STDERR);
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(STDERR);
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(standardError(context, Level.INFO));
  }

  /**
   * From now on one JSON object for each event, in files that are opened later too; of ours, what
   * is worth a line (INFO) as well as warnings. For services, whose logs programs read.
   */
  public static void json() {
    if (json) {
      return;
    }
    json = true;
    var context = context();
    for (String name : List.of(OURS, Logger.ROOT_LOGGER_NAME)) {
      var logger = context.getLogger(name);
      if (logger.detachAppender(STDERR)) {
        logger.addAppender(standardError(context, Level.INFO));
      }
    }
  }

  static boolean isJson() {
    return json;
  }

  /**
   * Everything from INFO up to {@code copyflow.log} in a directory as well. At most 40 MB: four
   * files of 10.
   */
  public static void toFile(Path directory) {
    var context = context();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(rollingFile(context, directory));
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static Appender<ILoggingEvent> standardError(LoggerContext context, Level least) {
    var filter = new ThresholdFilter();
    filter.setLevel(least.toString());
    filter.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setName(STDERR);
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.addFilter(filter);
    appender.setEncoder(encoder(context, json ? new JsonLayout() : EventLayout.brief()));
    appender.start();
    return appender;
  }

  private static Appender<ILoggingEvent> rollingFile(LoggerContext context, Path directory) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(directory.resolve("copyflow.log").toString());
    appender.setEncoder(encoder(context, json ? new JsonLayout() : EventLayout.full()));
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FILE_SIZE);
    size.start();
    appender.setTriggeringPolicy(size);
    appender.setRollingPolicy(window(context, directory, appender));
    appender.start();
    return appender;
  }

  private static FixedWindowRollingPolicy window(
      LoggerContext context, Path directory, RollingFileAppender<ILoggingEvent> parent) {
    var window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(parent);
    window.setFileNamePattern(directory.resolve("copyflow.%i.log").toString());
    window.setMinIndex(1);
    window.setMaxIndex(OLD_FILES);
    window.start();
    return window;
  }

  private static LayoutWrappingEncoder<ILoggingEvent> encoder(
      LoggerContext context, LayoutBase<ILoggingEvent> layout) {
    layout.setContext(context);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    return encoder;
  }
}
