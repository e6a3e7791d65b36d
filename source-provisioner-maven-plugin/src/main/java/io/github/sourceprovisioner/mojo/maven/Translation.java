package io.github.sourceprovisioner.mojo.maven;

import io.github.sourceprovisioner.failure.Code;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.report.FailureReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Turns our failures into the two that Maven knows: {@link MojoFailureException} for what the user
 * can mend, {@link MojoExecutionException} for the rest.
 *
 * @param details whether the technical causes go along. Maven prints the message of every cause
 *     behind ours, so they do only where the user asked for them ({@code -e}, {@code -X})
 */
public record Translation(boolean details) {

  /** The exception for a run that failed as a whole. */
  public AbstractMojoExecutionException of(ProvisioningException reason) {
    return exception(reason.code(), String.join("\n", FailureReport.lines(reason)), reason);
  }

  /** The exception for the failures of single components, reported together. */
  public AbstractMojoExecutionException of(List<Failure> failures) {
    String head =
        failures.size() == 1 ? "1 component failed" : failures.size() + " components failed";
    String text =
        Stream.concat(
                Stream.of(head + ":"),
                failures.stream().flatMap(failure -> FailureReport.lines(failure).stream()))
            .collect(Collectors.joining("\n"));
    boolean general =
        failures.stream().anyMatch(failure -> failure.reason().code() == Code.GENERAL);
    Code code = general ? Code.GENERAL : failures.get(0).reason().code();
    return exception(code, text, failures.get(0).reason());
  }

  private AbstractMojoExecutionException exception(
      Code code, String text, ProvisioningException reason) {
    AbstractMojoExecutionException failure =
        code == Code.GENERAL ? new MojoExecutionException(text) : new MojoFailureException(text);
    if (details) {
      failure.initCause(reason);
    }
    return failure;
  }
}
