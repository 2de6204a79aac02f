package io.copyflow.ingest.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file or folder was left out, in one line with what to do about it. */
public final class Reasons {

  static final String SYMLINK = "symbolic link, not followed; set symlinks=follow to take it";
  static final String BROKEN_LINK = "symbolic link to nothing; remove it or restore its target";
  static final String FOLDER = "a folder; list the files in it";
  static final String LOOP = "symbolic link back to a folder above it; its files are taken there";

  /** No file at all. */
  public static final String SPECIAL = "a pipe, socket or device, not a file; move it elsewhere";

  /** A file that somebody writes. */
  public static final Fault UNSTABLE =
      Fault.passing("changes while it is read; the next run takes it");

  /** A file that somebody took away. */
  public static final Fault GONE =
      Fault.passing("no such file or folder any more; nothing to do if it was removed");

  private Reasons() {}

  /** What an error of the file system means for the person who gave the file. */
  public static Fault of(IOException error) {
    if (error instanceof AccessDeniedException) {
      return Fault.lasting("permission denied; give this user read access");
    }
    if (error instanceof NoSuchFileException) {
      return GONE;
    }
    return Fault.passing(FileNames.text(because(error)) + "; the next run tries again");
  }

  private static String because(IOException error) {
    String message =
        error instanceof FileSystemException system ? system.getReason() : error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}
