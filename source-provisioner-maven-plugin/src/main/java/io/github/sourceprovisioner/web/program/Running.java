package io.github.sourceprovisioner.web.program;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs. It is heard without waiting for the end of its streams: what it leaves in
 * the background may hold them open for ever.
 */
final class Running {

  /** An answer takes a few hundred bytes; tokens of some clouds take some thousand. */
  private static final int LONGEST = 64 * 1024;

  private static final long A_MOMENT = 10;

  private final String name;
  private final Process process;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private long complaints;

  /**
   * Hears a program.
   *
   * @param name how messages name it
   * @param process the program; its streams are read by nobody else
   */
  Running(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /** How many bytes were written to standard error. They are not kept: they may hold a secret. */
  long complaints() {
    return complaints;
  }

  /**
   * Waits for the answer. Nothing of the program runs afterwards, unless it ended by itself.
   *
   * @param input a few bytes for its standard input, which it need not read
   * @throws AccessDenied if it takes or says too much
   */
  Answer answer(String input, Duration limit) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      write(input);
      while (!process.waitFor(A_MOMENT, TimeUnit.MILLISECONDS)) {
        hear();
        if (System.nanoTime() - start > limit.toNanos()) {
          throw tooSlow(limit);
        }
      }
      hear();
      return new Answer(name, process.exitValue(), printed.toString(StandardCharsets.UTF_8));
    } finally {
      stop();
    }
  }

  private void write(String input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // It has ended, or wants to know nothing: what counts is what it says.
    }
  }

  private void hear() throws IOException {
    complaints += next(process.getErrorStream()).length;
    for (byte[] part = next(process.getInputStream());
        part.length > 0;
        part = next(process.getInputStream())) {
      printed.write(part);
      if (printed.size() > LONGEST) {
        throw new AccessDenied(
            Problem.of(name + " prints more than 64 KB")
                .advise("run it yourself, and check that it is the right program"));
      }
    }
  }

  /** What is there already; nothing if the program is silent or has ended. */
  private static byte[] next(InputStream in) throws IOException {
    return in.readNBytes(Math.min(in.available(), LONGEST));
  }

  private void stop() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private AccessDenied tooSlow(Duration limit) {
    return new AccessDenied(
        Problem.of("%s gave no answer within %d s".formatted(name, limit.toSeconds()))
            .advise("run it yourself: it may wait for somebody to type or to confirm"));
  }
}
