package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.fetch.oci.manifest.Manifest;
import io.github.sourceprovisioner.fetch.oci.manifest.ManifestReader;
import io.github.sourceprovisioner.fetch.oci.manifest.MediaTypes;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Reads manifests. They are asked for with {@code GET} at once, since they are small: so the digest
 * is computed here, and the manifest need not be asked for again.
 *
 * @param talk the talk with the registry
 */
record Manifests(Conversation talk) {

  /** What registries have to take (distribution specification, "Pushing Manifests"). */
  private static final int LIMIT = 4 << 20;

  /** The digest of the manifest that a tag stands for. */
  Digest ofTag(String tag) throws IOException, InterruptedException {
    return ask(tag, Optional.empty());
  }

  /** The manifest with a digest. */
  Manifest of(Digest digest) throws IOException, InterruptedException {
    Optional<Manifest> known = talk.known().manifest(digest.toString());
    if (known.isPresent()) {
      return known.get();
    }
    ask(digest.toString(), Optional.of(digest));
    return talk.known().manifest(digest.toString()).orElseThrow();
  }

  private Digest ask(String reference, Optional<Digest> wanted)
      throws IOException, InterruptedException {
    try (WebResponse answer = talk.client().get("manifests/" + reference, MediaTypes.ACCEPTED)) {
      URI asked = talk.repository().uri(answer.uri().getScheme(), "manifests/" + reference);
      if (answer.isSuccess()) {
        return read(answer, wanted);
      }
      if (answer.status() != 404) {
        throw talk.failures().refused(answer, asked);
      }
    }
    throw new Tags(talk).absent(reference);
  }

  private Digest read(WebResponse answer, Optional<Digest> wanted) {
    if (RegistryFailures.isPage(answer)) {
      throw talk.failures().page("a manifest");
    }
    byte[] body = body(answer);
    Optional<Digest> promised =
        wanted.or(() -> answer.header("Docker-Content-Digest").flatMap(Digest::of));
    if (promised.isPresent() && !promised.get().isOf(body)) {
      throw talk.failures().otherManifest(promised.get().toString());
    }
    Digest digest = promised.orElseGet(() -> Digest.sha256(body));
    talk.known().keep(digest.toString(), ManifestReader.read(body, answer.header("Content-Type")));
    return digest;
  }

  private byte[] body(WebResponse answer) {
    try {
      byte[] body = answer.body().readNBytes(LIMIT + 1);
      if (body.length > LIMIT) {
        throw talk.failures().largeManifest(LIMIT);
      }
      return body;
    } catch (IOException e) {
      throw talk.failures().broken(answer.uri(), e);
    }
  }
}
