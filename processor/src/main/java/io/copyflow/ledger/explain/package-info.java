/** Why raw records ended as they did, from what the topics hold. Reads topics, writes none. */
@NullMarked
package io.copyflow.ledger.explain;

import org.jspecify.annotations.NullMarked;
