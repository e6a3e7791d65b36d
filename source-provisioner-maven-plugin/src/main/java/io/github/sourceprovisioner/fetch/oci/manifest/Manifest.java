package io.github.sourceprovisioner.fetch.oci.manifest;

import java.util.List;

/**
 * The manifest of an image, of OCI or of Docker.
 *
 * @param artifactType what kind of artifact it is: its own word, else the type of its
 *     configuration; empty if neither is there
 * @param layers in the order in which they are unpacked
 */
public record Manifest(String artifactType, List<Descriptor> layers) {

  public Manifest {
    layers = List.copyOf(layers);
  }
}
