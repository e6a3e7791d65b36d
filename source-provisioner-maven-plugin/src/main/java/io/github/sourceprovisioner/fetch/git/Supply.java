package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.git.wire.FetchCommand;
import io.github.sourceprovisioner.fetch.git.wire.Greeting.Protocol;
import io.github.sourceprovisioner.fetch.git.wire.Refusal;
import io.github.sourceprovisioner.fetch.git.wire.ServerError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Brings into a store what is wanted of one repository, and asks nobody for what is there: first
 * commits with their trees, then exactly the files that are missing.
 */
final class Supply {

  /** So many ids make a request of one mebibyte. */
  private static final int IDS_A_REQUEST = 20_000;

  private static final String ALONE =
      "the host does not hand out all at once: each is fetched alone";

  private final GitSession session;
  private final KnownRepository known;
  private final Repository store;
  private final Stored stored;

  Supply(GitSession session, KnownRepository known, Repository store) {
    this.session = session;
    this.known = known;
    this.store = store;
    this.stored = new Stored(store);
  }

  /**
   * What is not here.
   *
   * @param wants those of which the commit or a tree is not here
   * @param blobs the files of the others that are not here
   */
  private record Gaps(List<Want> wants, Set<ObjectId> blobs) {

    boolean isEmpty() {
      return wants.isEmpty() && blobs.isEmpty();
    }

    List<String> commits() {
      return wants.stream().map(want -> want.revision().id()).distinct().toList();
    }
  }

  /**
   * Brings what many want at once. What the host does not hand out, and what is not there, is left
   * to {@link #bring}, which says why. So is a question for several commits that breaks the host:
   * one that it has not got may be among them.
   */
  void gather(Collection<Want> wants) throws IOException, InterruptedException {
    Gaps gaps = gaps(wants);
    if (gaps.isEmpty()) {
      return;
    }
    try (WireRepository remote = WireRepository.open(session, known)) {
      if (remote.protocol() == Protocol.V2) {
        fill(remote, gaps);
      }
    } catch (Refusal e) {
      session.context().note(ALONE);
    } catch (ServerError e) {
      if (gaps.commits().size() < 2) {
        throw GitFailures.explain(e, session);
      }
      session.context().note(ALONE);
    }
  }

  /**
   * The content of a directory, with all its objects in the store.
   *
   * @throws io.github.sourceprovisioner.failure.SourceNotFound if the host does not hand out the
   *     commit, or the directory is not there
   */
  Content bring(Want want) throws IOException, InterruptedException {
    Optional<Content> here = stored.contentIfHere(want);
    if (here.isPresent() && stored.missing(here.get()).isEmpty()) {
      return here.get();
    }
    try (WireRepository remote = WireRepository.open(session, known)) {
      if (remote.protocol() == Protocol.V2) {
        fill(remote, gaps(List.of(want)));
      } else {
        older().bring(want, remote.protocol());
      }
    } catch (Refusal e) {
      if (e.isForGood() && !stored.has(want.commit())) {
        throw GitFailures.notHandedOut(want.revision().id());
      }
      session.context().note("the host refuses to hand out objects by their ids");
      older().bring(want, Protocol.OLD);
    } catch (ServerError e) {
      throw GitFailures.explain(e, session);
    }
    return stored.content(want);
  }

  private OlderProtocol older() {
    return new OlderProtocol(session, known, store);
  }

  private void fill(WireRepository remote, Gaps gaps) throws IOException, InterruptedException {
    Set<ObjectId> blobs = new LinkedHashSet<>(gaps.blobs());
    if (!gaps.wants().isEmpty()) {
      commits(remote, gaps);
      blobs.addAll(gaps(gaps.wants()).blobs());
    }
    List<String> ids = blobs.stream().map(ObjectId::name).toList();
    for (int start = 0; start < ids.size(); start += IDS_A_REQUEST) {
      int end = Math.min(ids.size(), start + IDS_A_REQUEST);
      remote.fetch(store, FetchCommand.only(ids.subList(start, end)));
    }
  }

  private void commits(WireRepository remote, Gaps gaps) throws IOException, InterruptedException {
    CompleteCommits complete = new CompleteCommits(store);
    boolean all =
        gaps.wants().stream().allMatch(Want::isWhole) && complete.believed(false).isEmpty();
    boolean withoutBlobs = remote.capabilities().filter() && !all;
    boolean shallow = remote.capabilities().shallow();
    session.context().note(way(withoutBlobs, shallow));
    List<String> ids = gaps.commits();
    List<String> haves = new ArrayList<>(complete.believed(!withoutBlobs));
    haves.removeAll(ids);
    remote.fetch(store, new FetchCommand(ids, haves, shallow, withoutBlobs));
    for (Want want : gaps.wants()) {
      if (!stored.has(want.commit())) {
        throw new DamagedStore("a pack that came is not found");
      }
    }
    complete.add(ids, !withoutBlobs);
  }

  private static String way(boolean withoutBlobs, boolean shallow) {
    String history = shallow ? "depth 1" : "whole history";
    return "protocol v2: " + history + (withoutBlobs ? ", blob:none" : ", with all files");
  }

  private Gaps gaps(Collection<Want> wants) throws IOException {
    Gaps gaps = new Gaps(new ArrayList<>(), new LinkedHashSet<>());
    for (Want want : wants) {
      try {
        Optional<Content> content = stored.contentIfHere(want);
        if (content.isPresent()) {
          gaps.blobs().addAll(stored.missing(content.get()));
        } else {
          gaps.wants().add(want);
        }
      } catch (ProvisioningException saidLater) {
        // Whoever brings the want alone hears what is wrong with it.
      }
    }
    return gaps;
  }
}
