/** Web addresses: canonical form, registrable domain, proxies unwrapped. */
@NullMarked
package io.copyflow.extract.address;

import org.jspecify.annotations.NullMarked;
