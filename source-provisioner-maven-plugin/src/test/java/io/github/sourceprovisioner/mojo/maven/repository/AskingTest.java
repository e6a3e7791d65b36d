package io.github.sourceprovisioner.mojo.maven.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.ByteBuffer;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

class AskingTest {

  private final DefaultRepositorySystemSession build = new DefaultRepositorySystemSession();
  private final Count count = new Count();

  /** Adds up what it is told to count. */
  private static final class Count implements TransferListener {

    private int requests;
    private long bytes;

    @Override
    public void counted(int more, long count) {
      requests += more;
      bytes += count;
    }

    @Override
    public void requested(String resource) {
      throw new AssertionError("Maven shows " + resource + " itself");
    }

    @Override
    public void received(long more) {}

    @Override
    public void completed() {}

    @Override
    public void failed(Throwable reason) {}
  }

  /** What a user would see. */
  private static final class Display extends AbstractTransferListener {

    private final StringBuilder seen = new StringBuilder();

    @Override
    public void transferInitiated(TransferEvent event) {
      seen.append("initiated ");
    }

    @Override
    public void transferStarted(TransferEvent event) {
      seen.append("started ");
    }

    @Override
    public void transferProgressed(TransferEvent event) {
      seen.append("progressed ");
    }

    @Override
    public void transferCorrupted(TransferEvent event) {
      seen.append("corrupted ");
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
      seen.append("succeeded ");
    }

    @Override
    public void transferFailed(TransferEvent event) {
      seen.append("failed");
    }
  }

  private RepositorySystemSession asking() {
    return new Asking(build).counting(count);
  }

  @Test
  void repositoriesAreReallyAskedUnlessTheUserSuppressesUpdates() {
    assertThat(asking().getUpdatePolicy()).isEqualTo("always");

    build.setUpdatePolicy("never");
    assertThat(asking().getUpdatePolicy()).isEqualTo("never");
  }

  @Test
  void nothingThatTheBuildHasFoundBeforeAnswersAndEveryBuildOfASnapshotIsAFile() {
    build.setCache(new DefaultRepositoryCache());

    assertThat(asking().getCache()).isNotNull().isNotSameAs(build.getCache());
    assertThat(asking().getConfigProperties())
        .containsEntry("aether.artifactResolver.snapshotNormalization", false);
  }

  @Test
  void theBuildStaysOfflineAndItsSessionAsItIs() {
    build.setOffline(true);
    build.setChecksumPolicy("fail");

    assertThat(asking().isOffline()).isTrue();
    assertThat(asking().getChecksumPolicy()).isEqualTo("fail");
    assertThat(build.getUpdatePolicy()).isNull();
    assertThat(build.getTransferListener()).isNull();
  }

  @Test
  void transfersAreCountedAndShownByMaven() throws Exception {
    Display display = new Display();
    build.setTransferListener(display);

    play(asking());

    assertThat(count.requests + " " + count.bytes).isEqualTo("1 42");
    assertThat(display.seen).hasToString("initiated started progressed corrupted succeeded failed");
  }

  @Test
  void transfersAreCountedAlsoIfNobodyWatches() throws Exception {
    play(asking());

    assertThat(count.requests + " " + count.bytes).isEqualTo("1 42");
  }

  private static void play(RepositorySystemSession session) throws Exception {
    TransferResource resource = new TransferResource("acme", "https://h/", "a.zip", null, null);
    TransferEvent event =
        new TransferEvent.Builder(session, resource).setDataBuffer(ByteBuffer.allocate(42)).build();
    org.eclipse.aether.transfer.TransferListener listener = session.getTransferListener();
    listener.transferInitiated(event);
    listener.transferStarted(event);
    listener.transferProgressed(event);
    listener.transferCorrupted(event);
    listener.transferSucceeded(event);
    listener.transferFailed(event);
  }
}
