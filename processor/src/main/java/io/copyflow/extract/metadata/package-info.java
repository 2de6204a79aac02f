/**
 * What a page says of its article for machines: JSON-LD, OpenGraph and other meta tags, microdata.
 * Several sources are compared, for none of them is right on every site.
 */
@NullMarked
package io.copyflow.extract.metadata;

import org.jspecify.annotations.NullMarked;
