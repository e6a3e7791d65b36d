package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.report.Format;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Where a report goes: into a file; else a table into the log, and everything for machines to
 * standard output with nothing around it.
 *
 * @param raw whether to pass by {@code System.out}: Maven 4 turns each of its lines into a log line
 */
record Output(Format format, Optional<Path> file, Log log, boolean raw) {

  private static final OutputStream PROCESS = new FileOutputStream(FileDescriptor.out);

  void print(String text) {
    if (file.isPresent()) {
      write(file.get(), text);
    } else if (format == Format.TABLE) {
      text.lines().forEach(log::info);
    } else {
      System.out.flush();
      PrintStream out = new PrintStream(raw ? PROCESS : System.out, true, StandardCharsets.UTF_8);
      out.print(text.endsWith("\n") ? text : text + "\n");
      out.flush();
    }
  }

  private void write(Path target, String text) {
    try {
      Path parent = target.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(target, text);
      log.info("Written to " + target);
    } catch (IOException e) {
      throw new AccessDenied(
          Problem.of("cannot write " + target + ": " + e)
              .because(e)
              .advise("name a file that can be written with -Dsource.outputFile=…"));
    }
  }
}
