package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Capabilities;
import io.github.sourceprovisioner.fetch.git.wire.Channel;
import io.github.sourceprovisioner.fetch.git.wire.FetchCommand;
import io.github.sourceprovisioner.fetch.git.wire.Greeting;
import io.github.sourceprovisioner.fetch.git.wire.HttpChannel;
import io.github.sourceprovisioner.fetch.git.wire.LsRefs;
import io.github.sourceprovisioner.fetch.git.wire.PackAnswer;
import io.github.sourceprovisioner.fetch.git.wire.RefList;
import io.github.sourceprovisioner.fetch.git.wire.Refusal;
import io.github.sourceprovisioner.fetch.git.wire.ServerError;
import io.github.sourceprovisioner.fetch.git.wire.StreamChannel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import org.eclipse.jgit.lib.Repository;

/** A repository behind a network, asked in the words of protocol version 2. */
final class WireRepository implements Closeable {

  private final GitSession session;
  private final KnownRepository known;
  private final Channel channel;
  private final Greeting greeting;

  private WireRepository(
      GitSession session, KnownRepository known, Channel channel, Greeting greeting) {
    this.session = session;
    this.known = known;
    this.channel = channel;
    this.greeting = greeting;
  }

  /**
   * Opens the way, and finds out what the host speaks unless this run knows it.
   *
   * @throws io.github.sourceprovisioner.failure.UnknownSource if the repository names its objects
   *     in a way that nothing here reads
   */
  static WireRepository open(GitSession session, KnownRepository known)
      throws IOException, InterruptedException {
    try {
      Channel channel =
          session.url().isHttp()
              ? new HttpChannel(session.web(), session.failures(), known.base(session.url()))
              : new StreamChannel(session.streams());
      Greeting greeting = greeting(channel, known);
      return new WireRepository(session, known, channel, greeting);
    } catch (IOException | RuntimeException e) {
      throw GitFailures.explain(e, session);
    }
  }

  private static Greeting greeting(Channel channel, KnownRepository known)
      throws IOException, InterruptedException {
    if (known.service().isPresent()) {
      return known.service().get().greeting();
    }
    try {
      Greeting greeting = channel.greeting();
      greeting.capabilities().objectFormat().ifPresent(ObjectFormat::check);
      if (channel instanceof HttpChannel http) {
        known.learn(new KnownRepository.Service(greeting, http.base(), http.moved()));
      }
      return greeting;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Greeting.Protocol protocol() {
    return greeting.protocol();
  }

  Capabilities capabilities() {
    return greeting.capabilities();
  }

  /**
   * What the host says about refs.
   *
   * @param prefixes how their names start; empty means all
   */
  Advertisement refs(Collection<String> prefixes) throws IOException, InterruptedException {
    byte[] request = LsRefs.request(capabilities(), prefixes);
    try (InputStream answer = channel.command(request)) {
      RefList list = LsRefs.read(answer, prefixes);
      return new Advertisement(list.ids(), list.head(), list.defaultBranch());
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  /**
   * Brings objects into a store.
   *
   * @throws Refusal if the host does not hand them out this way
   * @throws ServerError if the host breaks over the question
   */
  void fetch(Repository store, FetchCommand command) throws IOException, InterruptedException {
    try (InputStream answer = channel.command(command.request(capabilities()));
        InputStream pack = PackAnswer.pack(answer)) {
      new PackReceiver(store, session).receive(pack);
    } catch (Refusal | ServerError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private RuntimeException failed(Exception e) throws IOException, InterruptedException {
    known.forgetService();
    return GitFailures.explain(e, session);
  }
}
