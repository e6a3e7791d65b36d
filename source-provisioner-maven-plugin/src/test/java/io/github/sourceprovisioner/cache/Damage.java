package io.github.sourceprovisioner.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A way to damage a file. */
enum Damage {
  DELETED {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
    }
  },
  EMPTIED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  TRUNCATED {
    @Override
    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    }
  },
  ZEROED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[(int) Files.size(file)]);
    }
  },
  EXTENDED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 1));
    }
  },
  A_LINK {
    @Override
    void to(Path file) throws IOException {
      Path elsewhere = Files.move(file, file.resolveSibling("elsewhere"));
      Files.createSymbolicLink(file, elsewhere);
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
