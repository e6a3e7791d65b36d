/**
 * The language of Amazon's services: keys, signatures, and answers in XML.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.s3.aws;

import org.jspecify.annotations.NullMarked;
