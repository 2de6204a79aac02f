package io.copyflow.ledger.explain;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of this version make of a file.
 *
 * @param found its {@code Article}, or an {@code Outcome} that says why there is none
 * @param form in which it is written, in words; null when in none
 * @param bytes size of the file
 * @param sha256 of the file's bytes, hex
 */
public record Reread(SpecificRecord found, @Nullable String form, long bytes, String sha256) {}
