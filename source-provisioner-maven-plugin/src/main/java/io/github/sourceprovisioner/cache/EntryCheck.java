package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Tells whether what stands under a key is an entry. */
record EntryCheck(CacheLayout layout) {

  /** The longest list of files that is read: 200 000 entries with paths of a thousand bytes. */
  static final long LONGEST_LINES = 256L << 20;

  /** The marker of the entry, if all of its files are there and look right from outside. */
  Optional<Marker> looksSound(EntryKey key) {
    EntryFiles files = layout.entry(key);
    if (!PlainFiles.isBelow(layout.root(), files.directory())) {
      return Optional.empty();
    }
    return Marker.read(files.marker())
        .filter(marker -> marker.key().equals(key))
        .filter(marker -> marker.isListed() || hasZip(files, marker))
        .filter(marker -> hasLines(files));
  }

  /** The marker of the entry, if every byte of it is what the marker promises. Reads the zip. */
  Optional<Marker> isSound(EntryKey key) {
    EntryFiles files = layout.entry(key);
    return looksSound(key)
        .filter(marker -> marker.isListed() || isPromised(files.zip(), marker))
        .filter(marker -> treeHash(files).equals(Optional.of(marker.treeHash())));
  }

  /** The marker of an entry without content of its own, if its list is what the marker promises. */
  Optional<Marker> isListed(EntryKey key) {
    return looksSound(key)
        .filter(Marker::isListed)
        .filter(m -> treeHash(layout.entry(key)).equals(Optional.of(m.treeHash())));
  }

  private static boolean hasZip(EntryFiles files, Marker marker) {
    return PlainFiles.isFile(files.zip(), marker.size()) && saysChecksum(files, marker);
  }

  private static boolean isPromised(Path zip, Marker marker) {
    return sha256(zip).equals(Optional.of(marker.sha256()));
  }

  private static boolean saysChecksum(EntryFiles files, Marker marker) {
    return PlainFiles.read(files.checksum(), marker.sha256().length())
        .filter(b -> new String(b, StandardCharsets.US_ASCII).equals(marker.sha256()))
        .isPresent();
  }

  private static boolean hasLines(EntryFiles files) {
    return PlainFiles.attributes(files.lines()).filter(a -> a.isRegularFile()).isPresent();
  }

  private static Optional<String> treeHash(EntryFiles files) {
    return PlainFiles.read(files.lines(), LONGEST_LINES)
        .map(bytes -> TreeDigest.of(new String(bytes, StandardCharsets.UTF_8)));
  }

  /** The digest of a file in hex; empty if it cannot be read. */
  static Optional<String> sha256(Path file) {
    MessageDigest digest = TreeDigest.sha256();
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
