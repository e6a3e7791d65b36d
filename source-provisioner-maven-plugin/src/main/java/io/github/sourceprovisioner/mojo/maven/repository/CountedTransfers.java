package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.spi.TransferListener;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/** Maven shows its transfers itself; here they are counted on the way. */
final class CountedTransfers extends AbstractTransferListener {

  private final org.eclipse.aether.transfer.@Nullable TransferListener display;
  private final TransferListener transfers;

  /**
   * Counts transfers.
   *
   * @param display the listener of the build, if it has one
   */
  CountedTransfers(
      org.eclipse.aether.transfer.@Nullable TransferListener display, TransferListener transfers) {
    this.display = display;
    this.transfers = transfers;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    transfers.counted(1, 0);
    if (display != null) {
      display.transferInitiated(event);
    }
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    if (display != null) {
      display.transferStarted(event);
    }
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    transfers.counted(0, event.getDataLength());
    if (display != null) {
      display.transferProgressed(event);
    }
  }

  @Override
  public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
    if (display != null) {
      display.transferCorrupted(event);
    }
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    if (display != null) {
      display.transferSucceeded(event);
    }
  }

  @Override
  public void transferFailed(TransferEvent event) {
    if (display != null) {
      display.transferFailed(event);
    }
  }
}
