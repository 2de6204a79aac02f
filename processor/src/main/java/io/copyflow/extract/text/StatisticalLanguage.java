package io.copyflow.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's model for languages that their script alone does not tell. The model takes about 0.4 s
 * and 10 MB, so it is loaded at first use.
 */
final class StatisticalLanguage {

  private static final String MODEL = "/langdetect-183.bin";
  private static final int SAMPLE = 1_000;

  private static final List<String> PRESS =
      List.of(
          "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
          "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "km", "ko", "ja", "lo", "lt", "lv",
          "mk", "mn", "ms", "my", "ne", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
          "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi");

  private StatisticalLanguage() {}

  /** The tag of the likeliest language; null when none of those that we know is in question. */
  static @Nullable String of(String prose) {
    String sample = prose.substring(0, Math.min(prose.length(), SAMPLE));
    // A detector is cheap and not thread-safe, the model is the opposite.
    for (Language guess : new LanguageDetectorME(Loaded.MODEL).predictLanguages(sample)) {
      String tag = Loaded.TWO_LETTERS.get(guess.getLang());
      if (tag != null) {
        return tag;
      }
    }
    return null;
  }

  /** Holder: the JVM runs it once, at first use, for whichever thread comes first. */
  private static final class Loaded {

    static final LanguageDetectorModel MODEL = load();
    static final Map<String, String> TWO_LETTERS = twoLetters();

    private static LanguageDetectorModel load() {
      try (InputStream in =
          StatisticalLanguage.class.getResourceAsStream(StatisticalLanguage.MODEL)) {
        if (in == null) {
          throw new IllegalStateException("no language model on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * BCP 47 asks for two letters, the model speaks ISO 639-3. Only languages with a press of some
     * size: on a few words, the model takes English for one of its hundred smaller neighbours.
     */
    private static Map<String, String> twoLetters() {
      var codes = new HashMap<String, String>();
      for (String language : PRESS) {
        codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
      }
      codes.put("cmn", "zh");
      return codes;
    }
  }
}
