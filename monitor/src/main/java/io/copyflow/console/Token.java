package io.copyflow.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * What somebody has to know to change anything here: whoever may read the page need not be allowed
 * to act. Never logged.
 */
public final class Token {

  private static final int RANDOM_BYTES = 18;
  private static final String SCHEME = "Bearer ";

  private final byte[] secret;

  private Token(String secret) {
    this.secret = secret.getBytes(UTF_8);
  }

  /** One that the operator has chosen. */
  public static Token of(String secret) {
    return new Token(secret);
  }

  /** A new one that nobody can guess. */
  public static Token random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** In clear, for the one terminal that started the process. */
  public String inClear() {
    return new String(secret, UTF_8);
  }

  /** Compares in a time that does not tell how much of it is right (RFC 6750, section 2.1). */
  boolean isIn(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(header.substring(SCHEME.length()).getBytes(UTF_8), secret);
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
