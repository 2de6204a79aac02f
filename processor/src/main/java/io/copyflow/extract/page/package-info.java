/**
 * Finds the article in a whole page: what it says of itself for machines, and which part of its
 * markup is the text. Knows no site; what words mean stands in {@code words.yaml}.
 */
@NullMarked
package io.copyflow.extract.page;

import org.jspecify.annotations.NullMarked;
