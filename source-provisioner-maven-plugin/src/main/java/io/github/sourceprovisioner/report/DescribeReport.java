package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code describe} prints. */
public final class DescribeReport {

  private static final String MERGED = "merged";

  private DescribeReport() {}

  /**
   * One component in full, without a line break at the end: the object of {@code list} with the
   * merged section under {@code merged}. In CSV the section is JSON in one field.
   */
  public static String render(ModuleRow row, Format format) {
    Fields fields = ModelFields.of(row);
    Node merged = MergedSection.of(row.row().component().section());
    return switch (format) {
      case TABLE -> table(fields.done(), row.row().failure().map(FailureReport::lines), merged);
      case JSON -> Json.write(fields.with(MERGED, merged).done());
      case YAML -> Yaml.write(fields.with(MERGED, merged).done());
      case CSV ->
          Csv.write(
              RowColumns.joined(List.of(RowColumns.ALL, List.of(MERGED))),
              List.of(fields.with(MERGED, Json.write(merged)).done()));
    };
  }

  /**
   * What a URI means, without a line break at the end.
   *
   * @param redactedUri as the user wrote it, without secrets
   * @param location what it was understood to mean
   * @param failure why it was not understood
   */
  public static String renderUri(
      String redactedUri,
      Optional<SourceLocation> location,
      Optional<ProvisioningException> failure,
      Format format) {
    Node.Mapping document =
        new Fields()
            .with("uri", redactedUri)
            .with("location", ModelFields.location(location))
            .with("error", ModelFields.error(failure))
            .done();
    return switch (format) {
      case TABLE -> String.join("\n", facts(document, failure.map(FailureReport::lines)));
      case JSON -> Json.write(document);
      case YAML -> Yaml.write(document);
      case CSV ->
          Csv.write(
              RowColumns.joined(List.of(List.of("uri"), RowColumns.LOCATION, RowColumns.ERROR)),
              List.of(document));
    };
  }

  private static String table(Node.Mapping document, Optional<List<String>> failure, Node merged) {
    List<String> lines = facts(document, failure);
    lines.add("");
    lines.add(Yaml.write(new Fields().with(MERGED, merged).done()));
    return String.join("\n", lines);
  }

  /** What is known as keys and values; a failure below them, in the words of every failure. */
  private static List<String> facts(Node.Mapping document, Optional<List<String>> failure) {
    Map<String, String> pairs = Flat.of(document);
    pairs.keySet().removeAll(RowColumns.ERROR);
    pairs.values().removeIf(String::isEmpty);
    List<String> lines = new ArrayList<>(List.of(Table.pairs(pairs)));
    failure.ifPresent(
        reason -> {
          lines.add("");
          lines.addAll(reason);
        });
    return lines;
  }
}
