package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.util.List;

/** Something that is measured and has to reach a bound. */
public interface Figure {

  /** How it is chosen on the command line. */
  String name();

  /** Measures; prints what happens on standard error. */
  List<Row> measure(Bench bench) throws IOException, InterruptedException;
}
