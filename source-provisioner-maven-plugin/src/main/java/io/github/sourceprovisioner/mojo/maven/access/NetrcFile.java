package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The netrc file of the user, looked for and read when it is first asked. A file that is not there
 * holds nothing; one that cannot be read or understood holds nothing, and the user is told once.
 */
final class NetrcFile {

  private static final int LIMIT = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<NamedFile> candidates;
  private final Console console;
  private @Nullable Content content;

  /**
   * Where a netrc may be.
   *
   * @param name how messages call it
   */
  record NamedFile(Path path, String name) {}

  /** What was found. */
  private record Content(Netrc netrc, String name) {}

  /**
   * A netrc file.
   *
   * @param candidates the first that is there counts
   */
  NetrcFile(List<NamedFile> candidates, Console console) {
    this.candidates = List.copyOf(candidates);
    this.console = console;
  }

  /**
   * What the file holds for exactly the host of a place. Nothing is shown where somebody on the way
   * can read it. A netrc cannot name ports, so it means all of them.
   */
  Optional<Credential> of(Place place) {
    if (!place.isPrivate()) {
      return Optional.empty();
    }
    Content known = content();
    return known.netrc().of(place.origin().host()).map(login -> credential(login, known.name()));
  }

  private static Credential credential(Netrc.Login login, String name) {
    return new Credential(
        name,
        Secrets.checked(login.user(), "the login in " + name),
        Secrets.checked(login.password(), "the password in " + name));
  }

  private synchronized Content content() {
    if (content == null) {
      content =
          candidates.stream()
              .filter(file -> Files.isRegularFile(file.path()))
              .findFirst()
              .map(file -> new Content(read(file), file.name()))
              .orElseGet(() -> new Content(Netrc.EMPTY, ""));
    }
    return content;
  }

  private Netrc read(NamedFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        return unused(file, "it is longer than 1 MiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Netrc read = Netrc.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      warnIfOpen(file);
      return read;
    } catch (CharacterCodingException e) {
      return unused(file, "it is not in UTF-8");
    } catch (IOException e) {
      return unused(file, "it cannot be read");
    } catch (ParseException e) {
      return unused(file, "line " + e.getErrorOffset() + " cannot be understood");
    }
  }

  private Netrc unused(NamedFile file, String why) {
    console.warn(file.name() + " is not used: " + why);
    return Netrc.EMPTY;
  }

  private void warnIfOpen(NamedFile file) throws IOException {
    try {
      if (Files.getPosixFilePermissions(file.path()).contains(PosixFilePermission.OTHERS_READ)) {
        console.warn(
            file.name() + " can be read by every user of this machine: chmod 600 closes it");
      }
    } catch (UnsupportedOperationException e) {
      console.debug("whether others can read " + file.name() + " is not known");
    }
  }
}
