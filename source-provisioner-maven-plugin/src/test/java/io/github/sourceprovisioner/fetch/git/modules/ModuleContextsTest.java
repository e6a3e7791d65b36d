package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleContextsTest {

  private static final String URL = "https://other.example/lib";

  private final Path store;
  private Instant now = Instant.EPOCH;
  private final List<String> notes = new ArrayList<>();

  ModuleContextsTest(@TempDir Path store) {
    this.store = store;
  }

  @Test
  void aSubmoduleHasAStoreOfItsOwnBelowThatOfItsSource() throws IOException {
    Path own = contexts().forModule(URL).store();
    assertThat(own).isDirectory().hasParent(store.resolve("modules"));
    assertThat(own.getFileName().toString()).matches("[0-9a-f]{64}");
    assertThat(contexts().forModule(URL).store()).isEqualTo(own);
    assertThat(contexts().forModule(URL + "2").store()).isNotEqualTo(own);
  }

  @Test
  void aLinkInThePlaceOfAStoreIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(store.resolve("modules"), elsewhere);
    assertThat(contexts().forModule(URL).store()).isDirectory();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aSubmoduleIsShownTheCredentialOfItsOwnUrlOnly() throws IOException {
    FetchContext module = contexts().forModule(URL);
    assertThat(module.credential()).map(Credential::id).contains("for " + URL);
    assertThat(module.credential("https://x")).map(Credential::id).contains("for https://x");
    assertThat(module.proxy(URL)).isEmpty();
    assertThat(module.insecureAllowed()).isTrue();
    assertThat(module.credentialProgramsAllowed()).isTrue();
    module.note("heard");
    assertThat(notes).containsExactly("heard");
  }

  @Test
  void allSubmodulesTogetherHaveTheTimeOfTheSource() throws IOException {
    ModuleContexts contexts = contexts();
    now = now.plusSeconds(40);
    assertThat(contexts.forModule(URL).timeout()).isEqualTo(Duration.ofSeconds(20));
    now = now.plusSeconds(20);
    TransferFailed failure =
        catchThrowableOfType(TransferFailed.class, () -> contexts.forModule(URL));
    assertThat(failure).hasMessage("the transfer took longer than 60 s");
    assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
  }

  private ModuleContexts contexts() {
    return new ModuleContexts(new Parent(), () -> now);
  }

  private final class Parent implements FetchContext {

    @Override
    public Path store() {
      return store;
    }

    @Override
    public Optional<Credential> credential() {
      return Optional.of(new Credential("the parent", "ann", "secret"));
    }

    @Override
    public Optional<Credential> credential(String url) {
      return Optional.of(new Credential("for " + url, "bob", "secret"));
    }

    @Override
    public Optional<ProxyServer> proxy(String url) {
      return Optional.empty();
    }

    @Override
    public void note(String message) {
      notes.add(message);
    }

    @Override
    public TransferListener transfers() {
      throw new AssertionError("nothing is transferred");
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(60);
    }

    @Override
    public boolean insecureAllowed() {
      return true;
    }

    @Override
    public boolean credentialProgramsAllowed() {
      return true;
    }
  }
}
