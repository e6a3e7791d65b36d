package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds in processes of their own that start at one moment. Closing it ends all of them. */
final class Race implements AutoCloseable {

  private final List<Process> processes = new ArrayList<>();
  private final List<BufferedReader> readers = new ArrayList<>();

  /** One more build: a program that says when it is ready, and starts when it is told to. */
  Race build(Class<?> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    processes.add(process);
    readers.add(process.inputReader());
    return this;
  }

  /** Starts all of them once all are ready. */
  Race start() throws Exception {
    for (BufferedReader reader : readers) {
      assertThat(reader.readLine()).isEqualTo("ready");
    }
    for (Process process : processes) {
      process.outputWriter().append('\n').flush();
    }
    return this;
  }

  /** What each says in the end. */
  List<String> answers() throws Exception {
    List<String> answers = new ArrayList<>();
    for (BufferedReader reader : readers) {
      answers.add(reader.readLine());
    }
    return answers;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
