package io.github.sourceprovisioner.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive, or a single compressed file, that is still packed.
 *
 * @param path where its bytes are; nobody changes them until the receiver is done
 * @param name what the file is called at its origin, without directories: the format is recognized
 *     by it, and a single compressed file is named after it
 * @param format the format that the user asked for or that the location shows ({@code zip}, {@code
 *     tar.gz}, …); empty means that the name and the content decide
 */
public record ArchiveFile(Path path, String name, Optional<String> format) {}
