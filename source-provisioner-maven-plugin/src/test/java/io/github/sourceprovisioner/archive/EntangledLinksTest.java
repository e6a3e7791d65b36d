package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links that are few for a tree, and too many for whoever looks at all of them at every step. */
class EntangledLinksTest {

  private static final String DEEP = "d/".repeat(1000) + "d";

  @Test
  void linksInDeepDirectoriesNeedMemoryForEachStepOnceOnly() {
    Map<String, String> links = new LinkedHashMap<>();
    for (int end = 1; end < DEEP.length(); end += 2) {
      links.put("up" + end, DEEP.substring(0, end));
    }
    for (int i = 0; i < 100_000; i++) {
      links.put(DEEP + "/l" + i, "other");
    }
    assertThat(LinkLoops.find(links)).isEmpty();

    links.put("other/back", DEEP);
    assertThat(LinkLoops.find(links)).hasSize(links.size());
  }

  @Test
  void aLinkThatOnlyLeadsIntoALoopIsNamedToo() {
    assertThat(LinkLoops.find(Map.of("a/l", "b", "b/l", "b", "c/l", "d")))
        .containsExactlyInAnyOrder("a/l", "b/l");
  }

  @Test
  void waysThatWouldTakeHoursAreRefused() {
    MemoryTree tree = new MemoryTree().file(DEEP + "/f");
    String back = "/..".repeat(400) + "/d".repeat(400);
    for (int i = 0; i < 2_000; i++) {
      tree.link("l" + i, DEEP + back);
    }
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> LinkRules.check(tree));

    assertThat(failure)
        .hasMessage("the source has more links with long targets than can be checked");
    assertThat(failure.advice())
        .containsExactly("name a subdirectory of the source (//path) that does without them");
  }
}
