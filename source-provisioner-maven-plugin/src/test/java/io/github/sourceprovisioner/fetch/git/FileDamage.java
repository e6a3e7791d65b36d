package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A way to damage a file of the cache. */
enum FileDamage {
  DELETED {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
    }
  },
  TRUNCATED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2));
    }
  },
  FLIPPED {
    @Override
    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 1;
      }
      Files.write(file, bytes);
    }
  },
  ZEROED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[(int) Files.size(file)]);
    }
  },
  A_LINK {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
      Files.createSymbolicLink(file, Path.of("/etc/passwd"));
    }
  },
  A_DIRECTORY {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
      Files.createDirectories(file.resolve("below"));
    }
  },
  A_PIPE {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
      try {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  };

  abstract void to(Path file) throws IOException;
}
