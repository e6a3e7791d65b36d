package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequesterTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.access = new EveryServer();
    project.host.onGather((what, context) -> note("gather", context));
    project.host.onFetch((what, context) -> note("fetch " + what, context));
  }

  @Test
  void differentServersForOneLocationAreRefusedNamingBothComponents() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main, auth: one}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', version: main, auth: two}"));

    assertThat(project.run(CREATE).failures())
        .extracting(failure -> failure.component() + ": " + failure.reason().getMessage())
        .containsExactly(
            "a/vpc: a/vpc asks for fake::acme/vpc@main with <server> one, and b/net"
                + " (src/main/stacks/b.yaml:4:21) with <server> two",
            "b/net: b/net asks for fake::acme/vpc@main with <server> two, and a/vpc"
                + " (src/main/stacks/a.yaml:4:21) with <server> one");
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void theRefusalSaysWhereAndWhatToDo() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main, auth: one}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', version: main, auth: two}"));

    assertThat(project.run(CREATE).failures().get(1).reason())
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> assertThat(e.position()).hasToString("Optional[src/main/stacks/b.yaml:4:21]"))
        .extracting(e -> e.problem().advice())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(
            "name one <server> in both: a location is fetched once for all that want it",
            "leave auth out of one of them: it gets what the other one is given");
  }

  @Test
  void aListShowsBothAsInvalid() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', auth: one}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', auth: two}"));

    assertThat(project.engine().inventory(Optional.empty(), Optional.empty()).rows(Selection.ALL))
        .extracting(InventoryRow::status)
        .containsExactly(Status.INVALID, Status.INVALID);
  }

  @Test
  void aComponentThatNamesNobodySharesWithOneThatDoes() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', version: main, auth: two}"));

    assertThat(project.actions(CREATE)).containsExactly("a/vpc created", "b/net created");
    assertThat(asked).containsExactly("fetch acme/vpc// r1 as two");
  }

  @Test
  void differentSecretsInTheUrisOfOneLocationAreRefusedWithoutShowingThem() throws Exception {
    project.fetchers.clear();
    project.fetchers.add(new HttpFake(new CopyOnWriteArrayList<>()));
    project.stack("a", component("vpc", "'https://me:s3cret@files.example.com/a.zip'"));
    project.stack("b", component("net", "'https://you:0ther@files.example.com/a.zip'"));

    assertThat(project.run(CREATE).failures())
        .extracting(failure -> failure.reason().getMessage())
        .containsExactly(
            "a/vpc asks for http::https://files.example.com/a.zip with the credential in its URI,"
                + " and b/net (src/main/stacks/b.yaml:4:15) with another one in its URI",
            "b/net asks for http::https://files.example.com/a.zip with the credential in its URI,"
                + " and a/vpc (src/main/stacks/a.yaml:4:15) with another one in its URI");
  }

  @Test
  void partsOfOneRepositoryAreEachAskedForAsTheirOwnServerSays() throws Exception {
    stack("a", "x", "one");
    stack("b", "y", "two");
    stack("c", "z", "one");

    assertThat(project.actions(CREATE))
        .containsExactly("a/x created", "b/y created", "c/z created");
    assertThat(asked)
        .containsExactly(
            "gather as one",
            "fetch acme/all//x r1 as one",
            "fetch acme/all//z r1 as one",
            "fetch acme/all//y r1 as two");
  }

  private void stack(String name, String subdir, String server) throws Exception {
    String source = "{uri: 'fake::acme/all//%s', version: v1, auth: %s}";
    project.stack(name, component(subdir, source.formatted(subdir, server)));
  }

  @Test
  void aFetcherLearnsWhetherProgramsMayBeRunForCredentials() throws Exception {
    List<Boolean> allowed = new CopyOnWriteArrayList<>();
    project.host.onFetch((what, context) -> allowed.add(context.credentialProgramsAllowed()));
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));

    project.run(CREATE);

    assertThat(allowed).containsExactly(true);
  }

  private void note(String what, FetchContext context) {
    asked.add(what + " as " + context.credential().map(Credential::user).orElse("nobody"));
  }

  /** Every server is configured; its user is called as it is. */
  private static final class EveryServer implements Access {

    @Override
    public Optional<Credential> credential(String url, Optional<String> server) {
      return server.map(id -> new Credential("<server> " + id, id, "secret"));
    }

    @Override
    public Optional<ProxyServer> proxy(String url) {
      return Optional.empty();
    }

    @Override
    public boolean credentialProgramsAllowed() {
      return true;
    }
  }
}
