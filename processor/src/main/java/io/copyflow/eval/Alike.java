package io.copyflow.eval;

import com.ibm.icu.text.Normalizer2;
import io.copyflow.extract.address.PictureName;
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

  /** The name of a picture: sites serve each one in many sizes, under as many addresses. */
  static String picture(String url) {
    return PictureName.of(url);
  }

  /** All of them in one form, each once, in order. */
  static Set<String> all(Collection<String> items, UnaryOperator<String> form) {
    return items.stream()
        .map(form)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
