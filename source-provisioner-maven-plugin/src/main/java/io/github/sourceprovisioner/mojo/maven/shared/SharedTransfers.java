package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.spi.TransferListener;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * Counts every transfer, and shows those of content in Maven's own words: a marker is a question
 * more than a download.
 */
final class SharedTransfers extends AbstractTransferListener {

  private static final String CONTENT = ".zip";

  private final TransferListener traffic;
  private final org.eclipse.aether.transfer.@Nullable TransferListener display;
  private final boolean batch;

  /**
   * A listener to one transfer or several.
   *
   * @param traffic who counts
   * @param display who shows; null shows nothing
   * @param batch whether nobody watches: only ends are shown
   */
  SharedTransfers(
      TransferListener traffic,
      org.eclipse.aether.transfer.@Nullable TransferListener display,
      boolean batch) {
    this.traffic = traffic;
    this.display = display;
    this.batch = batch;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    traffic.requested(
        event.getResource().getRepositoryUrl() + event.getResource().getResourceName());
    if (display != null && isShown(event) && !batch) {
      display.transferInitiated(event);
    }
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    if (display != null && isShown(event) && !batch) {
      display.transferStarted(event);
    }
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    traffic.received(event.getDataLength());
    if (display != null && isShown(event) && !batch) {
      display.transferProgressed(event);
    }
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    traffic.completed();
    if (display != null && isShown(event)) {
      display.transferSucceeded(event);
    }
  }

  @Override
  public void transferFailed(TransferEvent event) {
    if (event.getException() != null) {
      traffic.failed(event.getException());
    }
    if (display != null && isShown(event)) {
      display.transferFailed(event);
    }
  }

  private static boolean isShown(TransferEvent event) {
    return event.getResource().getResourceName().endsWith(CONTENT);
  }
}
