package io.copyflow.eval;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Why a file cannot be read, in words and with a remedy. */
final class Reasons {

  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file; fetch the data again";
    } else if (e instanceof AccessDeniedException) {
      return "may not be read; change its permissions";
    } else if (e instanceof ZipException || e instanceof EOFException) {
      return "is no whole gzip file; fetch the data again";
    }
    return "cannot be read: " + e.getMessage();
  }
}
