package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JGit's own server answers with status 500 if it lacks one of the commits that are wanted. */
class BrokenTogetherTest extends ServedRepository {

  private final GitFetcher fetcher = new GitFetcher();
  private final String gone = "1".repeat(40);

  @Test
  void severalCommitsThatBreakTheHostAreLeftToWhoeverFetchesThem() throws Exception {
    fetcher.gather(pinned(at(gone, ""), at(first.name(), "vpc")), context);
    assertThat(context.notes)
        .contains("the host does not hand out all at once: each is fetched alone");
    assertThat(files(first.name(), "vpc")).containsExactly(Map.entry("f main.tf", "one"));
  }

  @Test
  void aSingleCommitThatBreaksTheHostIsReported() {
    assertThatThrownBy(() -> fetcher.gather(pinned(at(gone, ""), at(gone, "vpc")), context))
        .isInstanceOf(TransferFailed.class)
        .hasMessageEndingWith("answers with status 500");
  }

  private static Map<SourceLocation, Revision> pinned(SourceLocation... locations) {
    Map<SourceLocation, Revision> revisions = new LinkedHashMap<>();
    for (SourceLocation location : locations) {
      String id = location.ref().orElseThrow();
      revisions.put(location, new Revision(id, Stability.FIXED, Optional.empty()));
    }
    return revisions;
  }
}
