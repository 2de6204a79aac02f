package io.copyflow.generate.page;

import io.copyflow.generate.prose.Script;
import io.copyflow.generate.prose.Story;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One article file in the making: small, and turned into bytes when they are wanted.
 *
 * @param story what it tells
 * @param address where it was published
 * @param aliased true to name the publisher's other address for the article
 * @param clock what it claims of its time
 * @param disguise what else is different about it; null for nothing
 */
public record Sheet(
    Story story, Address address, boolean aliased, Clock clock, @Nullable Disguise disguise) {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  /** A file as its publisher means it to be. */
  public Sheet(Story story, Address address) {
    this(story, address, false, Clock.RIGHT, null);
  }

  /** The file's bytes. */
  public byte[] bytes() {
    String file = file();
    return disguise == Disguise.CHARSET
        ? Encodings.choose(file, story.number())
        : file.getBytes(Charset.forName("UTF-8"));
  }

  /** The file's text. */
  String file() {
    Layout layout = address.layout();
    Map<String, String> slots = slots();
    slots.put("body", at(Disguise.Step.BODY, body()));
    return fill(layout.header(), slots)
        + at(Disguise.Step.MARKUP, fill(layout.markup().strip(), slots))
        + "\n";
  }

  private String body() {
    List<String> paragraphs = story.paragraphs(script());
    var body = new StringBuilder();
    for (int i = 0; i < paragraphs.size(); i++) {
      String text =
          at(Disguise.Step.ESCAPED_TEXT, escaped(at(Disguise.Step.TEXT, paragraphs.get(i))));
      body.append(address.layout().block(text, i == 0, i == paragraphs.size() - 1));
    }
    return body.toString();
  }

  private Map<String, String> slots() {
    Map<String, String> slots = address.slots();
    slots.put("title", at(Disguise.Step.TEXT, story.title(script())));
    slots.put("caption", story.caption(script()));
    slots.put("url", at(Disguise.Step.URL, aliased ? address.alias() : address.url()));
    slots.put("epoch", at(Disguise.Step.EPOCH, clock.epoch(address.publishedAt())));
    Instant claimed = clock.claimed(address.publishedAt());
    slots.put("iso", claimed.toString());
    slots.put("date", claimed.toString().substring(0, 10));
    slots.put(
        "rfc1123", DateTimeFormatter.RFC_1123_DATE_TIME.format(claimed.atZone(ZoneOffset.UTC)));
    slots.put("dayFirst", paris(claimed));
    return slots;
  }

  private Script script() {
    return address.layout().script();
  }

  private String at(Disguise.Step step, String value) {
    return disguise == null ? value : disguise.at(step, value);
  }

  private static String paris(Instant time) {
    return DateTimeFormatter.ofPattern("dd/MM/yyyy - HH:mm", Locale.ROOT)
        .withZone(ZoneId.of("Europe/Paris"))
        .format(time);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String fill(String template, Map<String, String> slots) {
    return SLOT.matcher(template)
        .replaceAll(
            slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), slot.group())));
  }
}
