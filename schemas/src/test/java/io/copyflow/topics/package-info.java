/** The topic catalogue, held against itself, its page and a real broker. */
package io.copyflow.topics;
