package io.copyflow.generate.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where an article was published: a layout and the number of the article in it.
 *
 * @param layout its publisher
 * @param number of the article; another number is another article
 */
public record Address(Layout layout, int number) {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Instant FIRST = Instant.parse("2024-01-01T06:00:00Z");
  private static final int MINUTES_APART = 11;
  private static final int FIRST_ID = 10_000_000;

  /** The address. */
  public String url() {
    return fill(layout.url());
  }

  /** Another address for the same article; the same one where the publisher has no other. */
  public String alias() {
    return layout.alias() == null ? url() : fill(layout.alias());
  }

  /** What tells the article from all others: the publisher's own id, else the address. */
  public String article() {
    return layout.article() == null ? url() : fill(layout.article());
  }

  /** When it was published, as its page says. */
  public Instant publishedAt() {
    return FIRST.plusSeconds(60L * MINUTES_APART * number);
  }

  private String fill(String pattern) {
    Map<String, String> slots = slots();
    return SLOT.matcher(pattern).replaceAll(slot -> slots.get(slot.group(1)));
  }

  /** The parts of an address; numbers of a fixed width, as publishers' patterns ask for. */
  Map<String, String> slots() {
    var slots = new HashMap<String, String>();
    slots.put("id8", Integer.toString(FIRST_ID + number));
    slots.put("id12", id12());
    slots.put("day", date("yyyyMMdd"));
    slots.put("year", date("yyyy"));
    slots.put("month", date("MM"));
    return slots;
  }

  /** A day and a number on that day. */
  private String id12() {
    return "%s%04d".formatted(date("yyyyMMdd"), number % 10_000);
  }

  private String date(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(publishedAt());
  }
}
