package io.github.sourceprovisioner.web.objects;

/**
 * An object, as a listing shows it.
 *
 * @param key its whole name
 * @param size its length in bytes
 * @param version what changes with its content: an ETag, a generation
 */
public record StoredObject(String key, long size, String version) {}
