package io.github.sourceprovisioner.benchmark.report;

import java.util.List;
import java.util.StringJoiner;

/** The results as Markdown. */
public final class Table {

  private Table() {}

  /** A header and one line a row, with a line break at the end. */
  public static String markdown(List<Row> rows) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("| figure | ours | peer | ratio | must reach | met |");
    lines.add("|---|---|---|---|---|---|");
    for (Row row : rows) {
      lines.add(
          "| "
              + String.join(
                  " | ",
                  row.figure(),
                  row.ours(),
                  row.peer(),
                  row.ratio(),
                  row.bound(),
                  row.met().toString())
              + " |");
    }
    return lines.toString();
  }
}
