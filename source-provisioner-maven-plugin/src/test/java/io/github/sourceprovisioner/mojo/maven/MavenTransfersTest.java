package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;
import org.junit.jupiter.api.Test;

class MavenTransfersTest {

  private final List<String> heard = new ArrayList<>();
  private final List<TransferEvent> events = new ArrayList<>();

  /** What Maven would show. */
  private class Ear implements TransferListener {

    private void hear(TransferEvent event) {
      heard.add(event.getType() + " " + event.getTransferredBytes());
      events.add(event);
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
      hear(event);
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
      hear(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
      hear(event);
    }

    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
      hear(event);
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
      hear(event);
    }

    @Override
    public void transferFailed(TransferEvent event) {
      hear(event);
    }
  }

  private static MavenTransfers transfers(TransferListener listener) {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    session.setTransferListener(listener);
    return new MavenTransfers(session);
  }

  @Test
  void oneRequestIsOneTransferOfMavens() {
    MavenTransfers transfers = transfers(new Ear());

    transfers.requested("https://Example.com:8443/acme/m.git/info/refs?service=x");
    transfers.received(40);
    transfers.received(2);
    transfers.completed();

    assertThat(heard)
        .containsExactly(
            "INITIATED 0", "STARTED 0", "PROGRESSED 40", "PROGRESSED 42", "SUCCEEDED 42");
    assertThat(events.get(0).getResource().getRepositoryUrl())
        .isEqualTo("https://Example.com:8443/");
    assertThat(events.get(0).getResource().getRepositoryId()).isEqualTo("example.com");
    assertThat(events.get(0).getResource().getResourceName()).isEqualTo("acme/m.git/info/refs");
    assertThat(events)
        .extracting(TransferEvent::getResource)
        .containsOnly(events.get(0).getResource());
  }

  @Test
  void aTransferThatBreaksTellsWhy() {
    MavenTransfers transfers = transfers(new Ear());

    transfers.requested("git://example.com/m.git");
    transfers.failed(new EOFException("cut"));

    assertThat(heard).last().isEqualTo("FAILED 0");
    assertThat(events.get(2).getException()).hasMessage("cut");
  }

  @Test
  void aPlaceThatIsNoUrlIsShownAsItStands() {
    MavenTransfers transfers = transfers(new Ear());

    transfers.requested("acme vpc");

    assertThat(
            events.get(0).getResource().getRepositoryUrl()
                + events.get(0).getResource().getResourceName())
        .contains("acme vpc");
  }

  @Test
  void whatBelongsToNoRequestIsNotShown() {
    MavenTransfers transfers = transfers(new Ear());

    transfers.received(3);
    transfers.completed();
    transfers.failed(new EOFException());

    assertThat(heard).isEmpty();
  }

  @Test
  void aQuietSessionHasNoListener() {
    MavenTransfers transfers = new MavenTransfers(new DefaultRepositorySystemSession());

    assertThatCode(
            () -> {
              transfers.requested("https://example.com/a");
              transfers.completed();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void threadsDoNotMixTheirTransfers() throws Exception {
    MavenTransfers transfers = transfers(new Ear());
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

    assertThat(heard).endsWith("SUCCEEDED 7", "PROGRESSED 1", "SUCCEEDED 1");
  }

  @Test
  void aCancelledTransferInterruptsTheThreadThatFetches() {
    MavenTransfers transfers =
        transfers(
            new Ear() {
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
