package io.copyflow.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * What a command says to its user on standard error: as it is, or, where logs are JSON, each line
 * as an event of them, so that a program that reads the stream reads one format. Thread-safe.
 */
public final class Talk extends OutputStream {

  private static final String NAME = "copyflow: ";

  private final OutputStream target;
  private final BooleanSupplier json;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** Talk to a stream, in UTF-8, in the format that logs have at the moment. */
  public Talk(OutputStream target) {
    this(target, Logs::isJson);
  }

  Talk(OutputStream target, BooleanSupplier json) {
    this.target = target;
    this.json = json;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    if (!json.getAsBoolean()) {
      target.write(b);
    } else if (b == '\n') {
      event();
    } else {
      line.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (!json.getAsBoolean()) {
      target.write(bytes, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  private void event() throws IOException {
    String said = line.toString(UTF_8).stripTrailing();
    line.reset();
    if (!said.isEmpty()) {
      String message = said.startsWith(NAME) ? said.substring(NAME.length()) : said;
      target.write(JsonLayout.talk(message).getBytes(UTF_8));
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
