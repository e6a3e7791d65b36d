package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.EOFException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;
import org.junit.jupiter.api.Test;

class MavenTransfersTest {

  private final Ear ear = new Ear();

  private static MavenTransfers transfers(TransferListener listener) {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    session.setTransferListener(listener);
    return new MavenTransfers(session, false);
  }

  @Test
  void oneRequestIsOneTransferOfMavens() {
    MavenTransfers transfers = transfers(ear);

    transfers.requested("https://Example.com:8443/acme/m.git/info/refs?service=x");
    transfers.received(40);
    transfers.received(2);
    transfers.completed();

    assertThat(ear.heard)
        .containsExactly(
            "INITIATED 0", "STARTED 0", "PROGRESSED 40", "PROGRESSED 42", "SUCCEEDED 42");
    assertThat(ear.events.get(0).getResource().getRepositoryUrl())
        .isEqualTo("https://Example.com:8443/");
    assertThat(ear.events.get(0).getResource().getRepositoryId()).isEqualTo("example.com");
    assertThat(ear.events.get(0).getResource().getResourceName()).isEqualTo("acme/m.git/info/refs");
    assertThat(ear.events)
        .extracting(TransferEvent::getResource)
        .containsOnly(ear.events.get(0).getResource());
  }

  @Test
  void allRequestsToAPlaceAreOneTransfer() {
    MavenTransfers transfers = transfers(ear);

    request(transfers);

    assertThat(ear.heard)
        .containsExactly(
            "INITIATED 0", "STARTED 0", "PROGRESSED 40", "PROGRESSED 42", "SUCCEEDED 42");
    assertThat(ear.events)
        .allMatch(event -> event.getResource().getResourceName().equals("acme/m.git"));
  }

  @Test
  void inBatchModeAPlaceIsOneLineAndNoneIfNothingWasAsked() {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    session.setTransferListener(ear);
    MavenTransfers transfers = new MavenTransfers(session, true);

    request(transfers);
    transfers.opened("https://example.com/quiet.git");
    transfers.closed();

    assertThat(ear.heard).containsExactly("SUCCEEDED 42");
  }

  @Test
  void aPlaceWhoseLastRequestBrokeHasFailed() {
    MavenTransfers transfers = transfers(ear);

    transfers.opened("https://example.com/acme/m.git");
    transfers.requested("https://example.com/acme/m.git/info/refs");
    transfers.completed();
    transfers.requested("https://example.com/acme/m.git/git-upload-pack");
    transfers.failed(new EOFException("cut"));
    transfers.closed();

    assertThat(ear.heard).containsExactly("INITIATED 0", "STARTED 0", "FAILED 0");
    assertThat(ear.events.get(2).getException()).hasMessage("cut");
  }

  private static void request(MavenTransfers transfers) {
    transfers.opened("https://example.com/acme/m.git");
    transfers.requested("https://example.com/acme/m.git/info/refs?service=x");
    transfers.received(40);
    transfers.completed();
    transfers.requested("https://example.com/acme/m.git/git-upload-pack");
    transfers.received(2);
    transfers.completed();
    transfers.closed();
  }

  @Test
  void aTransferThatBreaksTellsWhy() {
    MavenTransfers transfers = transfers(ear);

    transfers.requested("git://example.com/m.git");
    transfers.failed(new EOFException("cut"));

    assertThat(ear.heard).last().isEqualTo("FAILED 0");
    assertThat(ear.events.get(2).getException()).hasMessage("cut");
  }

  @Test
  void aPlaceThatIsNoUrlIsShownAsItStands() {
    MavenTransfers transfers = transfers(ear);

    transfers.requested("acme vpc");

    assertThat(
            ear.events.get(0).getResource().getRepositoryUrl()
                + ear.events.get(0).getResource().getResourceName())
        .contains("acme vpc");
  }

  @Test
  void whatBelongsToNoRequestIsNotShown() {
    MavenTransfers transfers = transfers(ear);

    transfers.received(3);
    transfers.completed();
    transfers.failed(new EOFException());

    assertThat(ear.heard).isEmpty();
  }

  @Test
  void aQuietSessionHasNoListener() {
    MavenTransfers transfers = new MavenTransfers(new DefaultRepositorySystemSession(), false);

    assertThatCode(
            () -> {
              transfers.requested("https://example.com/a");
              transfers.completed();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void threadsDoNotMixTheirTransfers() throws Exception {
    MavenTransfers transfers = transfers(ear);
    transfers.requested("https://example.com/a");

    Thread other =
        new Thread(
            () -> {
              transfers.requested("https://example.com/b");
              transfers.received(7);
              transfers.completed();
            });
    other.start();
    other.join();
    transfers.received(1);
    transfers.completed();

    assertThat(ear.heard).endsWith("SUCCEEDED 7", "PROGRESSED 1", "SUCCEEDED 1");
  }

  @Test
  void aCancelledTransferInterruptsTheThreadThatFetches() {
    MavenTransfers transfers =
        transfers(
            new AbstractTransferListener() {
              @Override
              public void transferProgressed(TransferEvent event)
                  throws TransferCancelledException {
                throw new TransferCancelledException("stop");
              }
            });
    transfers.requested("https://example.com/a");

    transfers.received(1);

    assertThat(Thread.interrupted()).isTrue();
  }
}
