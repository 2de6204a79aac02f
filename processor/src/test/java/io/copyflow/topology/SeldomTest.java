package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.copyflow.identity.RawKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class SeldomTest {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Seldom seldom;

  @BeforeEach
  void listen() {
    Logger logger = new LoggerContext().getLogger("here");
    lines.start();
    logger.addAppender(lines);
    seldom = new Seldom(logger, Level.INFO, "a raw record is refused");
  }

  @Test
  void aThousandOfAKind_makeFourLines() {
    for (int i = 0; i < 1_000; i++) {
      seldom.say("NO_HEADER", new RawKey(0, "dw/" + i + ".txt", 1, i), null);
    }

    assertThat(messages())
        .containsExactly(
            "a raw record is refused (NO_HEADER): dw/0.txt, raw record 1-0",
            "a raw record is refused (NO_HEADER): dw/9.txt, raw record 1-9; 10 times by now",
            "a raw record is refused (NO_HEADER): dw/99.txt, raw record 1-99; 100 times by now",
            "a raw record is refused (NO_HEADER): dw/999.txt, raw record 1-999; 1000 times by now");
  }

  @Test
  void line_namesDocumentAndPositionForPrograms() {
    seldom.say("EMPTY_FILE", new RawKey(0, "dw/a.txt", 1, 7), null);

    assertThat(lines.list.get(0).getKeyValuePairs())
        .extracting(pair -> pair.key + "=" + pair.value)
        .containsExactly("document=dw/a.txt", "raw=1-7", "kind=EMPTY_FILE", "times=1");
  }

  @Test
  void nameThatForgesALine_staysInIt() {
    seldom.say("X", new RawKey(0, "dw/a\nERROR forged \u202E {}.txt", 0, 0), null);

    assertThat(messages().get(0))
        .contains("dw/a\\u000aERROR forged \\u202e {}.txt")
        .doesNotContain("\n");
  }

  @Test
  void stackTrace_isSaidOnce() {
    for (int i = 0; i < 10; i++) {
      seldom.say("defect", "one", new IllegalStateException("broken"));
    }

    assertThat(lines.list)
        .extracting(line -> line.getThrowableProxy() != null)
        .containsExactly(true, false);
  }

  @Test
  void failureOnARecord_quotesNothingOfIt() {
    var failure = new IllegalStateException("For input string: the article");
    seldom.say("defect", new RawKey(0, "dw/a.txt", 0, 0), failure);

    var said = lines.list.get(0).getThrowableProxy();
    assertThat(said.getMessage()).isEqualTo("java.lang.IllegalStateException");
    assertThat(said.getStackTraceElementProxyArray()).hasSameSizeAs(failure.getStackTrace());
  }

  @Test
  void kindsWithoutEnd_areCountedTogether() {
    for (int i = 0; i < 5_000; i++) {
      seldom.say("kind " + i, "one", null);
    }

    assertThat(lines.list).hasSizeLessThan(110);
  }

  private List<String> messages() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
