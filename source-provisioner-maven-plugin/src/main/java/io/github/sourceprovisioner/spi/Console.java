package io.github.sourceprovisioner.spi;

/** Where the user reads what happens. Messages hold no secrets and need no final stop. */
public interface Console {

  /** What every user wants to see. */
  void info(String message);

  /** What a user should look at, though the run goes on. */
  void warn(String message);

  /** What helps to find out why. */
  void debug(String message);
}
