package io.copyflow.ingest.watch;

import java.time.Duration;

/**
 * How a folder is watched.
 *
 * @param rescan shortest pause between two scans of all of it
 * @param settle how long a file must not have changed before it is taken
 * @param reread longest time between two readings of a file that does not change; zero reads all at
 *     each scan
 */
public record WatchPace(Duration rescan, Duration settle, Duration reread) {}
