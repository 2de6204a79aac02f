/** Wire formats, published schemas and JSON, held against plain Avro and against a registry. */
package io.copyflow.wire;
