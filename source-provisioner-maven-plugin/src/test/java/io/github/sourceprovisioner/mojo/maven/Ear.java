package io.github.sourceprovisioner.mojo.maven;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;

/** Hears what Maven would show. */
final class Ear implements TransferListener {

  final List<String> heard = new ArrayList<>();
  final List<TransferEvent> events = new ArrayList<>();

  private void hear(TransferEvent event) {
    heard.add(event.getType() + " " + event.getTransferredBytes());
    events.add(event);
  }

  @Override
  public void transferInitiated(TransferEvent event) {
    hear(event);
  }

  @Override
  public void transferStarted(TransferEvent event) {
    hear(event);
  }

  @Override
  public void transferProgressed(TransferEvent event) {
    hear(event);
  }

  @Override
  public void transferCorrupted(TransferEvent event) {
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
