package io.github.sourceprovisioner.fetch.git.modules;

import java.util.Optional;

/**
 * One entry of {@code .gitmodules}; branch and update mode do not count, since the parent names the
 * commit and nothing is checked out.
 *
 * @param name how the file calls it; text from the repository, without control characters
 * @param path where it stands, from the root of the repository
 * @param url as written, not yet checked; empty if the entry has none
 */
public record Gitmodule(String name, String path, Optional<String> url) {}
