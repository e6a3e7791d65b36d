package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.web.program.Programs;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The programs that were asked for logins. Each is asked once a run for one registry, and one after
 * the other: they may ask a person in turn.
 */
final class LoginPrograms {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LoginProgram, Visitor> answers = new HashMap<>();

  /** What a program says, or has said before. */
  Visitor ask(LoginProgram program, Programs programs) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Visitor known = answers.get(program);
      if (known == null) {
        known = program.ask(programs);
        answers.put(program, known);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }
}
