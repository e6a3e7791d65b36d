/**
 * Real servers for tests, on the loopback interface only.
 *
 * <p>Depends on the JDK and on what is installed on the machine; seen by the tests of every room.
 */
@NullMarked
package io.github.sourceprovisioner.server;

import org.jspecify.annotations.NullMarked;
