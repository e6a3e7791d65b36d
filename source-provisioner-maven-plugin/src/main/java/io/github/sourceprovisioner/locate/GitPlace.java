package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Coordinates;

/** Where a repository is, and how it is called in the cache. */
record GitPlace(String url, Coordinates coordinates) {}
