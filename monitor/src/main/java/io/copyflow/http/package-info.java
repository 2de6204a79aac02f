/**
 * A small HTTP server for operators: routes are plugged in, hostile requests are kept out. Knows
 * nothing of articles or of Kafka.
 */
@NullMarked
package io.copyflow.http;

import org.jspecify.annotations.NullMarked;
