/**
 * Measures: the pipeline and its parts against floors, in one run. Brokers and what is measured run
 * in processes of their own, so that CPU time can be told apart; this process only feeds and asks.
 */
@org.jspecify.annotations.NullMarked
package io.copyflow.bench;
