package io.copyflow.extract.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All publishers that have a profile. Immutable and thread-safe. */
public final class Publishers {

  /** What publisher files end in. */
  public static final String ENDING = ".yaml";

  private static final String INDEX = "index";
  private static final String GENERAL = "general";

  /** Enough to tell rule sets apart, short enough to read. */
  private static final int DIGEST_LENGTH = 8;

  private final Editions general;
  private final Map<String, Editions> byDomain;
  private final String digest;

  /** Holder: compiling all files takes seconds, and happens when somebody asks first. */
  private static final class Standard {

    static final Publishers READ = ofBuild(ProfileFile.read(file(GENERAL), own(GENERAL)));
  }

  private Publishers(Editions general, Map<String, Editions> byDomain, String digest) {
    this.general = general;
    this.byDomain = Map.copyOf(byDomain);
    this.digest = digest;
  }

  /** The publishers of this build. */
  public static Publishers standard() {
    return Standard.READ;
  }

  /**
   * The publishers of this build and others.
   *
   * @param files YAML by registrable domain; each adds a publisher, or takes the place of the one
   *     of that name, {@code general} of the rules for everybody
   * @throws PublisherFileException when a file has a mistake
   */
  public static Publishers with(Map<String, String> files) {
    ProfileFile shared = ProfileFile.read(file(GENERAL), files.getOrDefault(GENERAL, own(GENERAL)));
    // Nothing but other general rules changes what the publishers of the build are.
    Publishers build = files.containsKey(GENERAL) ? ofBuild(shared) : standard();
    var byDomain = new TreeMap<>(build.byDomain);
    new TreeMap<>(files)
        .forEach((domain, yaml) -> {
          if (!domain.equals(GENERAL)) {
            add(byDomain, domain, yaml, shared);
          }
        });
    return new Publishers(build.general, byDomain, digest(effective(files)));
  }

  private static Publishers ofBuild(ProfileFile shared) {
    var byDomain = new TreeMap<String, Editions>();
    index().forEach(domain -> add(byDomain, domain, own(domain), shared));
    return new Publishers(
        Editions.of(GENERAL, shared, shared), byDomain, digest(effective(Map.of())));
  }

  /** The file of this build for a domain, as YAML; null when there is none. */
  public static @Nullable String yaml(String domain) {
    return index().contains(domain) || domain.equals(GENERAL) ? own(domain) : null;
  }

  /**
   * The profile of a registrable domain, with the rules of all its layouts; the general one for a
   * domain without, or for null.
   */
  public PublisherProfile of(@Nullable String domain) {
    return of(domain, null);
  }

  /**
   * The profile as it is on a day.
   *
   * @param day on which the article was issued; null when nobody says
   */
  public PublisherProfile of(@Nullable String domain, @Nullable LocalDate day) {
    return editions(domain).on(day);
  }

  /** Whether it makes a difference for a domain when an article was issued. */
  public boolean dependOnDay(@Nullable String domain) {
    return editions(domain).dependOnDay();
  }

  /** Domains that have a profile, sorted. */
  public List<String> domains() {
    return byDomain.keySet().stream().sorted().toList();
  }

  /** Tells the content of all publisher files that hold, those of the build included. */
  public String digest() {
    return digest;
  }

  private Editions editions(@Nullable String domain) {
    return domain == null ? general : byDomain.getOrDefault(domain, general);
  }

  private static void add(
      Map<String, Editions> byDomain, String domain, String yaml, ProfileFile shared) {
    ProfileFile own = ProfileFile.read(file(domain), yaml);
    Editions editions = Editions.of(domain, own, shared);
    byDomain.put(domain, editions);
    own.words("domains").forEach(other -> byDomain.put(other, editions));
  }

  private static List<String> index() {
    return ProfileFile.read(file(INDEX), own(INDEX)).words("domains");
  }

  private static String file(String name) {
    return name + ENDING;
  }

  private static String own(String name) {
    try (InputStream in = Publishers.class.getResourceAsStream(file(name))) {
      return new String(
          Objects.requireNonNull(in, () -> file(name) + " is in the index and not in the build")
              .readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that hold, by domain: those of the build, and what adds to them or replaces them. */
  private static Map<String, String> effective(Map<String, String> files) {
    var all = new TreeMap<String, String>();
    all.put(GENERAL, own(GENERAL));
    index().forEach(domain -> all.put(domain, own(domain)));
    all.putAll(files);
    return all;
  }

  private static String digest(Map<String, String> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach((domain, yaml) ->
          sha.update((domain + "\0" + yaml + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest()).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
