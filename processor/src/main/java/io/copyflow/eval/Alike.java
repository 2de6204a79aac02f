package io.copyflow.eval;

import com.ibm.icu.text.Normalizer2;
import io.copyflow.extract.address.WebAddress;
import io.copyflow.extract.text.Fold;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms in which labels and findings are compared. Each applies to both sides, so that what
 * makes no difference to a reader makes none here.
 */
final class Alike {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Bylines that labels or pages write as one string: {@code A, B and C}. */
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;、，；|&]|(?i: and | und | et )");

  private static final Pattern BEFORE_NAMES = Pattern.compile("^(?i:by|von|par)[ :]\\s*");

  /** A query after a picture's file name asks for a size of the same picture. */
  private static final Pattern PICTURE_SIZE =
      Pattern.compile("(\\.(?i:jpe?g|png|gif|webp|avif))\\?.*$");

  private static final Pattern SCHEME = Pattern.compile("^(?i:https?):");

  private Alike() {}

  /** NFKC, every run of Unicode white space one space, invisible characters out. */
  static String text(String text) {
    return Fold.line(NFKC.normalize(text));
  }

  /** The same without any space: for lines that are put together from pieces. */
  static String unspaced(String text) {
    return text(text).replace(" ", "");
  }

  /** Names of people in lower case, one by one, whether written as a list or in one line. */
  static Set<String> names(Collection<String> bylines) {
    return bylines.stream()
        .flatMap(BETWEEN_NAMES::splitAsStream)
        .map(name -> BEFORE_NAMES.matcher(text(name)).replaceFirst(""))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !name.isBlank())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The address of a picture without scheme and without the query that asks for a size. */
  static String picture(String url) {
    String address = WebAddress.parse(url).map(WebAddress::toString).orElse(url.strip());
    String sizeless = PICTURE_SIZE.matcher(address).replaceFirst("$1");
    return SCHEME.matcher(sizeless).replaceFirst("");
  }

  /** All of them in one form, each once, in order. */
  static Set<String> all(Collection<String> items, UnaryOperator<String> form) {
    return items.stream()
        .map(form)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
