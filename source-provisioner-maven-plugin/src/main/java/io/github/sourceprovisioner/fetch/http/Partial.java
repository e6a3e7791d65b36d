package io.github.sourceprovisioner.fetch.http;

import java.nio.file.Path;

/**
 * The first part of a body whose transfer broke in this run.
 *
 * @param file what has arrived
 * @param etag a strong validator: the rest must belong to the same bytes (RFC 9110, 13.1.5)
 */
record Partial(Path file, String etag) {}
