package io.github.sourceprovisioner.mojo.maven.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTransfersTest {

  private final List<String> shown = new ArrayList<>();
  private Resolver traffic;

  @BeforeEach
  void count(@TempDir Path home) {
    traffic = new Resolver(home);
  }

  @Test
  void contentIsShownAndCounted() throws TransferCancelledException {
    transfer("a-1.zip", false);

    assertThat(shown).containsExactly("INITIATED", "STARTED", "PROGRESSED", "SUCCEEDED");
    assertThat(traffic.heard)
        .containsExactly("requested http://team/a-1.zip", "received 0", "completed");
  }

  @Test
  void inBatchModeOnlyItsEndIsShown() throws TransferCancelledException {
    transfer("a-1.zip", true);

    assertThat(shown).containsExactly("SUCCEEDED");
    assertThat(traffic.heard).hasSize(3);
  }

  @Test
  void markersAndListsAreCountedOnly() throws TransferCancelledException {
    transfer("a-1.properties", false);
    transfer("a-1.t1", false);

    assertThat(shown).isEmpty();
    assertThat(traffic.heard).hasSize(6);
  }

  private void transfer(String file, boolean batch) throws TransferCancelledException {
    SharedTransfers transfers = new SharedTransfers(traffic, new Display(), batch);
    TransferResource resource = new TransferResource("team", "http://team/", file, null, null);
    transfers.transferInitiated(event(resource, EventType.INITIATED));
    transfers.transferStarted(event(resource, EventType.STARTED));
    transfers.transferProgressed(event(resource, EventType.PROGRESSED));
    transfers.transferSucceeded(event(resource, EventType.SUCCEEDED));
  }

  private static TransferEvent event(TransferResource resource, EventType type) {
    return new TransferEvent.Builder(new DefaultRepositorySystemSession(), resource)
        .setType(type)
        .build();
  }

  /** Writes down what a user would see. */
  private final class Display extends AbstractTransferListener {

    @Override
    public void transferInitiated(TransferEvent event) {
      shown.add(event.getType().toString());
    }

    @Override
    public void transferStarted(TransferEvent event) {
      shown.add(event.getType().toString());
    }

    @Override
    public void transferProgressed(TransferEvent event) {
      shown.add(event.getType().toString());
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
      shown.add(event.getType().toString());
    }
  }
}
