/**
 * An atomic holder of consistently typed values, specified in TLA+ and checked against its specification.
 *
 * <p>References are non-null unless annotated {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package org.atomicvalue;

import org.jspecify.annotations.NullMarked;
