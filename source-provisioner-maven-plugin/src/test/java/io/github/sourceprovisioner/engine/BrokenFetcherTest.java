package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Failure;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFetcherTest {

  private static final String NAME = FakeFetcher.class.getName();

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  static Stream<Throwable> mistakes() {
    return Stream.of(
        new NullPointerException(),
        new NoSuchMethodError("newer"),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aFetcherThatBreaksDownFailsItsOwnSourceOnly(Throwable mistake) throws Exception {
    project.host.onFetch(
        (call, context) -> {
          if (call.startsWith("acme/bad")) {
            throw sneaky(mistake);
          }
        });
    project.stack("a", component("vpc", "{uri: 'fake::acme/bad', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));

    Failure failure = project.failure(CREATE);

    assertThat(project.mainTf("b", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(failure.component()).hasToString("a/vpc");
    assertThat(failure.doing()).isEqualTo("fetching fake::acme/bad@main");
    assertThat(failure.reason())
        .isInstanceOf(TransferFailed.class)
        .hasMessageStartingWith(NAME + " broke down: " + mistake.getClass().getSimpleName())
        .hasCause(mistake);
    assertThat(failure.reason().advice())
        .contains(
            "run again with -e to see where it happened", "report it to whoever makes " + NAME);
    assertThat(Listing.files(project.cache(), ".zip")).hasSize(1);
    assertThat(staging()).isEmpty();
  }

  @Test
  void aMachineThatIsTooSmallGetsItsOwnAdvice() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.host.onFetch(
        (call, context) -> {
          throw new OutOfMemoryError("Java heap space");
        });

    assertThat(project.failure(CREATE).reason().advice()).first().asString().contains("-Xmx");
  }

  @Test
  void aStreamThatBreaksUncheckedIsTriedAgain() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, retry: {initial_delay: 1ms}}");
    project.host.onFetch(
        (call, context) -> {
          if (project.host.calls.size() == 2) {
            throw new UncheckedIOException(new java.io.EOFException("cut"));
          }
        });

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");
  }

  @Test
  void aFetcherThatForgetsItsTimeoutIsStopped() throws Exception {
    project.stack(
        "dev",
        component("vpc", "{uri: 'fake::acme/vpc', version: main, retry: {max_attempts: 1}}")
            + "      provision: {source: {timeout: 1s}}\n");
    project.host.onFetch((call, context) -> new CountDownLatch(1).await());

    Failure failure = project.failure(CREATE);

    assertThat(failure.reason()).isInstanceOf(TransferFailed.class).hasMessage("not done after 1s");
    assertThat(failure.reason().advice())
        .containsExactly("allow more time with -Dsource.timeout=… or provision.source.timeout");
    assertThat(staging()).isEmpty();
  }

  @Test
  void aSchemeThatNobodyFetchesIsNamed() throws Exception {
    project.vpc("'fake::nobody/vpc'");

    Failure failure = project.failure(CREATE);

    assertThat(failure.reason())
        .isInstanceOf(UnknownSource.class)
        .hasMessage("nobody sources have no fetcher");
    assertThat(failure.reason().advice())
        .containsExactly(
            "use one of the schemes that work: azure, fake, file, gcs, git, http, maven, oci, s3",
            "add a jar with a Fetcher for nobody to the plugin's <dependencies>");
  }

  @Test
  void twoFetchersOfOneSchemeAreRefusedByName() {
    project.fetchers.add(new FakeFetcher());

    assertThatThrownBy(project::engine)
        .isInstanceOfSatisfying(
            InvalidStack.class,
            refusal -> {
              assertThat(refusal)
                  .hasMessage("two fetchers for the scheme fake: " + NAME + " and " + NAME);
              assertThat(refusal.advice())
                  .containsExactly("keep only one of them among the plugin's <dependencies>");
            });
  }

  private java.util.List<Path> staging() throws Exception {
    return Listing.files(project.root, "main.tf").stream()
        .filter(path -> !path.startsWith(project.base.resolve("target/workdir/terraform")))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static RuntimeException sneaky(Throwable mistake) {
    if (mistake instanceof Error error) {
      throw error;
    }
    return (RuntimeException) mistake;
  }
}
