package io.github.sourceprovisioner.mojo.maven;

import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** The properties that {@code ${…}} means in a POM: user, project, system, environment. */
public final class MavenProperties implements Function<String, Optional<String>> {

  private final PluginParameterExpressionEvaluator evaluator;

  /** The properties of the project that a goal runs in. */
  public MavenProperties(MavenSession session, MojoExecution execution) {
    evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  @Override
  public Optional<String> apply(String name) {
    String expression = "${" + name + "}";
    try {
      Object value = evaluator.evaluate(expression);
      return value == null || value.equals(expression)
          ? Optional.empty()
          : Optional.of(value.toString());
    } catch (ExpressionEvaluationException e) {
      return Optional.empty();
    }
  }
}
