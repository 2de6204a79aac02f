/**
 * One page for operators: what a processor does now and did in the last hour, whether that is well,
 * and what became of an article.
 *
 * <p>Looking is apart from showing: {@link Memory} is told once a second what was seen and makes a
 * {@link Snapshot} of it, which knows no HTTP; routes stream it and take questions. The page is
 * static, asks nobody but this server, and shows what articles say as text.
 */
@NullMarked
package io.copyflow.console;

import org.jspecify.annotations.NullMarked;
