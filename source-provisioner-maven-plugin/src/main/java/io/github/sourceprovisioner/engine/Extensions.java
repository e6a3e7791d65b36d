package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.spi.ComponentType;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Provisioner;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Everything that a class loader offers behind the SPI: what is shipped and what third parties add
 * as dependencies of the plugin.
 */
public record Extensions(
    List<ComponentType> types,
    List<SourceLocator> locators,
    List<Fetcher> fetchers,
    List<Provisioner> provisioners) {

  /** Finds the extensions of the plugin's own class realm. */
  public static Extensions of(ClassLoader realm) {
    return new Extensions(
        load(ComponentType.class, realm),
        load(SourceLocator.class, realm),
        load(Fetcher.class, realm),
        load(Provisioner.class, realm));
  }

  /** The names of the component types, and where components of each stand without configuration. */
  Map<String, String> basePaths() {
    return types.stream()
        .collect(
            Collectors.toMap(
                ComponentType::name,
                ComponentType::defaultBasePath,
                BinaryOperator.minBy(Comparator.naturalOrder())));
  }

  private static <T> List<T> load(Class<T> service, ClassLoader realm) {
    return ServiceLoader.load(service, realm).stream().map(ServiceLoader.Provider::get).toList();
  }
}
