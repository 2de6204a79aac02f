/**
 * Decisions of people that an article must not be seen. Writes the topic of withdrawals; what
 * becomes of an article is the processor's business.
 */
@NullMarked
package io.copyflow.withdrawal;

import org.jspecify.annotations.NullMarked;
