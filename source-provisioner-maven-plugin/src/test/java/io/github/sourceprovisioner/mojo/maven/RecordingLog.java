package io.github.sourceprovisioner.mojo.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Maven's log, remembered line by line. */
public final class RecordingLog extends SystemStreamLog {

  private final List<String> lines = new ArrayList<>();

  /** What was logged: the level, a blank, the text. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void debug(CharSequence content) {
    lines.add("debug " + content);
  }

  @Override
  public void info(CharSequence content) {
    lines.add("info " + content);
  }

  @Override
  public void warn(CharSequence content) {
    lines.add("warn " + content);
  }
}
