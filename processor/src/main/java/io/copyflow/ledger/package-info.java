/**
 * Raw records held against outcomes: counts, proofs and explanations. Reads topics, writes none.
 */
@NullMarked
package io.copyflow.ledger;

import org.jspecify.annotations.NullMarked;
