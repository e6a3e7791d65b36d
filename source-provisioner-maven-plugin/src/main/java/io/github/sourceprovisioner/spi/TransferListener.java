package io.github.sourceprovisioner.spi;

/** Hears of every request and of the bytes that arrive. Called from the threads that fetch. */
public interface TransferListener {

  /**
   * This thread turns to a place: all its requests until {@link #closed()} are one transfer for the
   * user.
   *
   * @param place the URL of the place, without secrets
   */
  default void opened(String place) {}

  /** This thread is done with the place that it turned to. */
  default void closed() {}

  /**
   * A request starts.
   *
   * @param resource the URL, without secrets
   */
  void requested(String resource);

  /** More bytes have arrived for the newest request of this thread. */
  void received(long bytes);

  /** The newest request of this thread has ended well. */
  void completed();

  /** The newest request of this thread has failed. */
  void failed(Throwable reason);

  /** Somebody else shows a transfer to the user, so that it has only to be counted. */
  default void counted(int requests, long bytes) {}
}
