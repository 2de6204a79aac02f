package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extraction.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What extraction promises of every file whatever. */
final class Promises {

  private static final Extractor EXTRACTOR = Extractor.standard();

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

  /** A line for people, cut, with every hidden character spelt out. */
  private static final int LONGEST_DETAIL = 2_000;

  private Promises() {}

  /** Fails unless they are kept for a file. */
  static void hold(byte[] file, Hints hints) {
    Extraction extraction = EXTRACTOR.extract(file, hints);
    assertThat(EXTRACTOR.extract(file.clone(), hints)).isEqualTo(extraction);
    if (extraction instanceof Rejected rejected) {
      holds(rejected, file.length);
    } else if (extraction instanceof Empty empty) {
      assertThat(empty.draft().text()).isEmpty();
      holds(empty.draft(), file.length);
    } else {
      ArticleDraft draft = ((Extracted) extraction).draft();
      assertThat(draft.text()).isNotBlank();
      assertThat(draft.characters()).isPositive();
      holds(draft, file.length);
    }
  }

  private static void holds(Rejected rejected, int length) {
    assertThat(rejected.detail())
        .doesNotContainPattern("\\p{Cntrl}")
        .hasSizeLessThan(LONGEST_DETAIL);
    assertThat(rejected.at()).isBetween(-1L, (long) length);
  }

  private static void holds(ArticleDraft draft, int length) {
    assertThat(texts(draft)).noneMatch(text -> CONTROLS.matcher(text).find());
    assertThat(addresses(draft)).allMatch(url -> WEB_ADDRESS.matcher(url).matches());
    int most = Limits.standard().maxItems() + 1;
    assertThat(draft.images()).hasSizeLessThanOrEqualTo(most);
    assertThat(draft.links()).hasSizeLessThanOrEqualTo(most);
    assertThat(draft.media()).hasSizeLessThanOrEqualTo(most);
    // Entities stand for at most two characters, NFKC is not applied, packed pages unpack.
    long written = texts(draft).stream().mapToLong(String::length).sum();
    assertThat(written).isLessThan(10_000L + 40L * length);
  }

  private static List<String> texts(ArticleDraft draft) {
    var texts = new ArrayList<String>();
    texts.add(draft.url());
    texts.add(draft.title());
    texts.add(draft.language());
    texts.add(draft.lead());
    texts.add(draft.text());
    texts.add(draft.dateline());
    texts.add(draft.rights());
    texts.addAll(draft.authors());
    texts.addAll(draft.agencies());
    draft.dates().candidates().forEach(date -> texts.add(date.text()));
    draft.images().forEach(image -> texts.addAll(present(image.caption(), image.alt())));
    draft.links().forEach(link -> texts.add(link.text()));
    texts.removeIf(Objects::isNull);
    return texts;
  }

  private static List<String> addresses(ArticleDraft draft) {
    var addresses = new ArrayList<String>();
    if (draft.address() != null) {
      addresses.add(draft.address().canonicalUrl());
    }
    draft.images().forEach(image -> addresses.add(image.url()));
    draft.media().forEach(media -> addresses.add(media.url()));
    draft.links().forEach(link -> addresses.add(link.url()));
    return addresses;
  }

  private static List<String> present(String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).toList();
  }
}
