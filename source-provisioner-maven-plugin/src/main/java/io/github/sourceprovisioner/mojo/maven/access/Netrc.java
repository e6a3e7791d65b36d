package io.github.sourceprovisioner.mojo.maven.access;

import java.text.ParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a netrc file, as curl and git read it, with two differences: {@code default} is
 * for nobody, and what is no netrc is refused instead of guessed at.
 *
 * @param logins by host, in lower case; the first with a password counts
 */
record Netrc(Map<String, Login> logins) {

  /** Nothing. */
  static final Netrc EMPTY = new Netrc(Map.of());

  /** What a machine wants to be shown. */
  record Login(String user, String password) {

    /** Tells nothing. */
    @Override
    public String toString() {
      return "login";
    }
  }

  Netrc {
    logins = Map.copyOf(logins);
  }

  /**
   * Reads the text of a file.
   *
   * @throws ParseException if it is no netrc; its offset is the number of the line, and its message
   *     holds nothing of the file
   */
  static Netrc parse(String text) throws ParseException {
    return new Reader(new NetrcWords(text)).read();
  }

  /** What is shown to a host; an address is a host, too. */
  Optional<Login> of(String host) {
    return Optional.ofNullable(logins.get(host.toLowerCase(Locale.ROOT)));
  }

  private static final class Reader {

    private final NetrcWords words;
    private final Map<String, Login> logins = new HashMap<>();
    private boolean inSection;
    private Optional<String> machine = Optional.empty();
    private String user = "";
    private Optional<String> password = Optional.empty();

    Reader(NetrcWords words) {
      this.words = words;
    }

    Netrc read() throws ParseException {
      for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
        accept(word.get());
      }
      keep();
      return new Netrc(logins);
    }

    private void accept(String word) throws ParseException {
      switch (word) {
        case "machine" -> start(Optional.of(words.value().toLowerCase(Locale.ROOT)));
        case "default" -> start(Optional.empty());
        case "login" -> user = inSection();
        case "password" -> password = Optional.of(inSection());
        case "account" -> inSection();
        case "macdef" -> words.skipMacro();
        default -> words.skipComment(word);
      }
    }

    private void start(Optional<String> host) {
      keep();
      inSection = true;
      machine = host;
      user = "";
      password = Optional.empty();
    }

    private void keep() {
      machine.ifPresent(
          host -> password.ifPresent(secret -> logins.putIfAbsent(host, new Login(user, secret))));
    }

    private String inSection() throws ParseException {
      if (!inSection) {
        throw words.malformed();
      }
      return words.value();
    }
  }
}
