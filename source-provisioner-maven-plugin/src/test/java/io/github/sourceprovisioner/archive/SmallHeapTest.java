package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.spi.ArchiveFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Hostile archives in a JVM with 128 MB of heap. */
class SmallHeapTest {

  private static final int MILLION = 1_000_000;

  /** Run in a JVM of its own: prints what became of each file. */
  static final class Program {

    private Program() {}

    public static void main(String[] files) throws IOException {
      for (String file : files) {
        Path path = Path.of(file);
        Bench bench = new Bench(Files.createTempDirectory(path.getParent(), "bench"));
        var packed = new ArchiveFile(path, path.getFileName().toString(), Optional.empty());
        try {
          System.out.println(bench.unpack(List.of(packed), "").size());
        } catch (ProvisioningException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  /** Writes one archive. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static String file(Path path, Bench.Packing packing, Content content) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(packing.around(Files.newOutputStream(path)), 1 << 16)) {
      content.write(out);
    }
    return path.toString();
  }

  private static void zeros(OutputStream out) throws IOException {
    out.write(TarBytes.Header.of("zeros", '0', 1L << 30).signed());
    byte[] block = new byte[1 << 20];
    for (int i = 0; i < 128; i++) {
      out.write(block);
    }
  }

  private static void entries(OutputStream out, char type) throws IOException {
    for (int i = 0; i < MILLION / 4; i++) {
      out.write(TarBytes.Header.of("directory/" + i, type, 0).signed());
    }
  }

  private static void deep(OutputStream out) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      String name = "path=" + i + "/" + "d/".repeat(2000) + "f";
      out.write(new TarBytes().pax('x', name).file("f", "").open());
    }
  }

  @Test
  void bombsStopAtTheirLimits(@TempDir Path directory) throws Exception {
    List<String> outcome =
        run(
            file(directory.resolve("a.tar.gz"), GZIPOutputStream::new, SmallHeapTest::zeros),
            file(
                directory.resolve("b.tar.bz2"),
                BZip2CompressorOutputStream::new,
                SmallHeapTest::zeros),
            file(
                directory.resolve("c.tar.xz"),
                out -> new XZOutputStream(out, new LZMA2Options(6)),
                SmallHeapTest::zeros),
            file(directory.resolve("d.tar"), out -> out, out -> entries(out, '0')),
            file(directory.resolve("e.tar"), out -> out, out -> entries(out, '5')),
            file(directory.resolve("f.tar.gz"), GZIPOutputStream::new, SmallHeapTest::deep));

    String ratio = "the archive unpacks to more than 200 times its own size";
    String many = "the source has more than 200000 files and directories";
    assertThat(outcome)
        .containsExactly(
            ratio,
            ratio,
            ratio,
            many,
            many,
            "the names in the archive are longer than 25165824 bytes together");
  }

  private static List<String> run(String... files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.add(Program.class.getName());
    command.addAll(List.of(files));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines().toList();
  }
}
