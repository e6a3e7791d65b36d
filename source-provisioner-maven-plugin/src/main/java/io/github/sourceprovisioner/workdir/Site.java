package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.spi.Console;
import java.time.Clock;

/**
 * What everything here works with.
 *
 * @param layout where things are
 * @param clock gives the times that are written down
 * @param console hears of what was kept or had to wait
 * @param steps hears of every step of a change
 */
record Site(Layout layout, Clock clock, Console console, Step.Observer steps) {}
