package io.copyflow.ingest.send;

import java.time.Duration;

/**
 * When a transaction is committed: as soon as one of these is reached.
 *
 * @param files records
 * @param bytes of the files
 * @param interval since its first record
 */
public record SendLimits(int files, int bytes, Duration interval) {}
