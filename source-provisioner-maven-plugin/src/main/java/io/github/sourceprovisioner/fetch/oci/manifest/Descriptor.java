package io.github.sourceprovisioner.fetch.oci.manifest;

import java.util.Optional;

/**
 * One blob of an artifact (OCI image specification, "Content Descriptors").
 *
 * @param mediaType in lower case, without parameters
 * @param size in bytes; not negative
 * @param title the file name that a client stores it under ({@code org.opencontainers.image.title})
 * @param directory whether it is an archive of the directory that the title names, made and to be
 *     unpacked by ORAS
 */
public record Descriptor(
    String mediaType, Digest digest, long size, Optional<String> title, boolean directory) {}
