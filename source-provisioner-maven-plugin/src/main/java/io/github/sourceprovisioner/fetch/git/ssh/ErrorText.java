package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a program says aside. Written by one thread and read by another. */
final class ErrorText extends OutputStream {

  private static final int MAX_BYTES = 2_000;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int value) {
    if (kept.size() < MAX_BYTES) {
      kept.write(value);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.min(length, MAX_BYTES - kept.size()));
  }

  /** One line without anything that could disturb a terminal or a log. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8)
        .replaceAll("\\s+", " ")
        .replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "")
        .strip();
  }
}
