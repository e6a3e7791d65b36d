/**
 * What a component says about its source and its workdir, read strictly: every value has one type,
 * every key is known, and whatever is wrong is refused where it is written.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.source;

import org.jspecify.annotations.NullMarked;
