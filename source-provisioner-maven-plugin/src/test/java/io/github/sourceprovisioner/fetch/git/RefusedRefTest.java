package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be the name of a ref never reaches a host. */
class RefusedRefTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "--upload-pack=touch /tmp/x",
        "--output=x",
        "a..b",
        "main..v1",
        "v1~1",
        "v1^",
        "v1^{tree}",
        "v1^{}",
        ":/msg",
        "v1:path",
        "HEAD@{1}",
        "@",
        "@{-1}",
        "a@{b",
        "a.lock",
        "refs/heads/a.lock",
        "refs/heads/.a",
        ".",
        "..",
        ".a",
        "a.",
        "a/.b",
        "/a",
        "a/",
        "a//b",
        " ",
        " a",
        "a ",
        "a b",
        "a?b",
        "a*b",
        "a[b",
        "a\\b",
        "a\tb",
        "a\nb",
        "a\rb",
        "a\u0000b",
        "a\u007fb"
      })
  void aHostIsNotAskedForIt(String ref, @TempDir Path root) throws Exception {
    Client client = new Client(root);
    try (ScriptedServer server = ScriptedServer.start(Script.http("404 Not Found", ""))) {
      InvalidStack failure = client.failure(InvalidStack.class, server.url("r.git"), ref);
      assertThat(failure).hasMessageStartingWith("not the name of a git ref: ");
      assertThat(failure.advice())
          .containsExactly("write a tag, a branch, a full name (refs/…) or a full commit id");
      assertThat(server.requests()).isEmpty();
    }
    assertThat(client.context.requests).isEmpty();
  }
}
