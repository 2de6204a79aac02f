package io.copyflow.ledger.manifest;

/**
 * A file that did not become what its manifest expects.
 *
 * @param path of the file inside its source
 * @param what is different, in one line
 */
public record Difference(String path, String what) {}
