package io.copyflow.extract.metadata;

import io.copyflow.extract.address.WebAddress;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of an address: content systems make them of the headline and keep them. */
final class Slug {

  /** Fewer words are a section or a topic. */
  private static final int FEWEST = 3;

  private static final Pattern WORD = Pattern.compile("[a-z0-9]{3,}");
  private static final Pattern LETTER_WORD = Pattern.compile("[a-z]{2,}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}|['’]");

  private final List<String> words;

  Slug(@Nullable String url) {
    this.words = url == null ? List.of() : WebAddress.parse(url).map(Slug::words).orElse(List.of());
  }

  /** How much a headline agrees, from 0 to 1.4: the shares of words that each has of the other. */
  double agreement(String headline) {
    List<String> own = words(headline);
    if (words.size() < FEWEST || own.isEmpty()) {
      return 0;
    }
    double inSlug = share(own, new HashSet<>(words));
    double inHeadline = share(words, new HashSet<>(own));
    return 0.4 * inSlug + 0.55 * inHeadline + 0.45 * inSlug * inHeadline;
  }

  private static double share(List<String> some, Set<String> others) {
    return (double) some.stream().filter(others::contains).count() / some.size();
  }

  /** The folder or file with the most words. */
  private static List<String> words(WebAddress address) {
    String best = "";
    long most = 0;
    for (String part : address.path().toLowerCase(Locale.ROOT).split("/", -1)) {
      long count = LETTER_WORD.matcher(part).results().count();
      if (count > most) {
        most = count;
        best = part;
      }
    }
    return words(best);
  }

  /** As addresses write them: without accents, umlauts in two letters. */
  private static List<String> words(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String bare = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return WORD.matcher(bare).results().map(MatchResult::group).toList();
  }
}
