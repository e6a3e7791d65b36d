/**
 * Answers in XML, read without what makes XML dangerous.
 *
 * <p>Depends on the JDK only; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web.xml;

import org.jspecify.annotations.NullMarked;
