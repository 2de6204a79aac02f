/**
 * What operators see of a running process, put together: a console, metrics and health, served over
 * HTTP, kept up to date by one thread that looks at the process and the cluster every few seconds.
 */
@NullMarked
package io.copyflow.monitor;

import org.jspecify.annotations.NullMarked;
