package io.github.sourceprovisioner.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every fetcher promises. Whoever brings a scheme extends this, and says what {@link
 * FetcherUpstream} asks for.
 */
public abstract class FetcherContract extends FetcherUpstream {

  private static final Map<String, String> FILES =
      Map.of(
          "main.tf", "one",
          "x:run.sh", "#!/bin/sh\n",
          "sub/deep/ä b.tf", "two",
          "sub/long.txt", "x".repeat(40_000) + MARK + "y".repeat(40_000));

  @Test
  void theSchemeOfALocationIsOneOfItsOwn() throws Exception {
    SourceLocation location = serve("plain", FILES);
    assertThat(fetcher().schemes()).isNotEmpty().contains(location.scheme());
  }

  @Test
  void aQuestionGetsTheSameAnswerUntilTheContentChanges() throws Exception {
    SourceLocation location = serve("plain", FILES);
    Caller run = caller("run");
    Revision first = run.resolve(location);
    assertThat(first.id()).isNotEmpty();
    assertThat(run.resolve(location)).isEqualTo(first);
    assertThat(caller("next-run").resolve(location)).isEqualTo(first);
    run.balance.isEvenAndGood();
    assertThat(serve("plain", Map.of("main.tf", "changed"))).isEqualTo(location);
    assertThat(caller("last-run").resolve(location).id()).isNotEqualTo(first.id());
  }

  @Test
  void whatIsPinnedIsWhatTheHostWouldSayAndAskedOfNobody() throws Exception {
    SourceLocation location = pinned(FILES);
    Caller run = caller("run");
    Revision answer = run.resolve(location);
    Optional<Revision> pinned = fetcher().pinned(location);
    assertThat(pinned).map(Revision::id).contains(answer.id());
    assertThat(run.files(location, pinned.orElseThrow())).isEqualTo(expected(FILES));
    stop();
    assertThat(fetcher().pinned(location)).isEqualTo(pinned);
  }

  @Test
  void aDirectoryComesWithItsFilesAndNothingElse() throws Exception {
    SourceLocation location = serve("plain", FILES);
    Caller run = caller("run");
    assertThat(run.files(location)).isEqualTo(expected(FILES));
    assertThat(run.files(location)).isEqualTo(expected(FILES));
    run.balance.isEvenAndGood();
  }

  @Test
  void aSubdirectoryComesAlone() throws Exception {
    SourceLocation location = below(serve("plain", FILES), "sub/deep");
    assertThat(caller("run").files(location)).isEqualTo(Map.of("f:ä b.tf", "two"));
  }

  @Test
  void nothingIsWrittenBesideStagingAndStore() throws Exception {
    SourceLocation location = serve("plain", FILES);
    Footprint before = Footprint.of(directory(""));
    caller("run").files(location);
    assertThat(Footprint.of(directory(""), directory("run"))).isEqualTo(before);
  }

  @Test
  void theJvmIsLeftAsItWas() throws Exception {
    SourceLocation location = serve("plain", FILES);
    Surroundings before = Surroundings.now();
    caller("run").files(location);
    assertThat(Surroundings.now()).isEqualTo(before);
  }

  @Test
  void whatIsMissingIsSaidToBeMissing() throws Exception {
    SourceLocation location = missing();
    Caller run = caller("run");
    Throwable failure = catchThrowable(() -> run.files(location));
    assertThat(failure).isInstanceOf(SourceNotFound.class);
    Explained.toTheUser(failure);
    run.balance.isEven();
  }

  @Test
  void aCredentialThatIsRefusedIsShownOnceAndNamed() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    SourceLocation location = refusing(refused::incrementAndGet);
    Caller run = new Caller(fetcher(), directory("run"), Optional.of(WRONG));
    Throwable failure = catchThrowable(() -> run.files(location));
    assertThat(failure).isInstanceOf(AccessDenied.class).hasMessageContaining(WRONG.id());
    Explained.toTheUser(failure);
    assertThat(refused).hasValue(1);
    Explained.without(WRONG, failure);
    Footprint.of(directory("")).isWithout(WRONG);
    assertThat(run.notes + "" + run.balance.resources).doesNotContain(Explained.forms(WRONG));
  }

  @Test
  void aTransferThatBreaksIsNeitherContentNorTriedAgain() throws Exception {
    AtomicInteger broken = new AtomicInteger();
    SourceLocation location = breaking(FILES, broken::incrementAndGet);
    Caller run = caller("run");
    Throwable failure = catchThrowable(() -> run.files(location));
    assertThat(failure).isInstanceOfAny(TransferFailed.class, IOException.class);
    assertThat(broken).hasValue(1);
    run.balance.isEven();
  }

  @Test
  void anInterruptEndsAWaitForASilentHostAndLeavesNoThread() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    SourceLocation location = hanging(FILES, silent::countDown);
    Caller run = caller("run");
    Waiting waiting = new Waiting(silent);
    waiting.interrupt(() -> run.files(location));
    run.balance.isEven();
    stop();
    waiting.everybodyHasLeft();
  }

  @Test
  void twoPlacesAreFetchedAtATime() throws Exception {
    SourceLocation one = serve("one", FILES);
    SourceLocation two = serve("two", Map.of("main.tf", "another"));
    Fetcher fetcher = fetcher();
    Caller first = new Caller(fetcher, directory("first"), credential());
    Caller second = new Caller(fetcher, directory("second"), credential());
    assertThat(Waiting.together(() -> first.files(one), () -> second.files(two)))
        .containsExactly(expected(FILES), expected(Map.of("main.tf", "another")));
  }
}
