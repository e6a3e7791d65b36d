package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.ComponentType;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Provisioner;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Everything that a class loader offers behind the SPI: what is shipped and what third parties add
 * as dependencies of the plugin.
 */
public record Extensions(
    List<ComponentType> types,
    List<SourceLocator> locators,
    List<Fetcher> fetchers,
    List<Provisioner> provisioners) {

  /**
   * Finds the extensions of the plugin's own class realm.
   *
   * @throws InvalidStack if one of them cannot be loaded
   */
  public static Extensions of(ClassLoader realm) {
    return new Extensions(
        load(ComponentType.class, realm),
        load(SourceLocator.class, realm),
        load(Fetcher.class, realm),
        load(Provisioner.class, realm));
  }

  /**
   * The names of the component types, and where components of each stand without configuration.
   *
   * @throws InvalidStack if two types have one name: the loader's order must not decide
   */
  Map<String, String> basePaths() {
    Map<String, ComponentType> byName = new TreeMap<>();
    for (ComponentType type : types) {
      ComponentType other = byName.put(type.name(), type);
      if (other != null) {
        throw new InvalidStack(
            Problem.of(
                    "two component types with the name %s: %s and %s"
                        .formatted(
                            type.name(), other.getClass().getName(), type.getClass().getName()))
                .advise("keep only one of them among the plugin's <dependencies>"));
      }
    }
    Map<String, String> paths = new TreeMap<>();
    byName.forEach((name, type) -> paths.put(name, type.defaultBasePath()));
    return paths;
  }

  private static <T> List<T> load(Class<T> service, ClassLoader realm) {
    try {
      return ServiceLoader.load(service, realm).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InvalidStack(
          Problem.of("an extension of the plugin cannot be loaded: " + e.getMessage())
              .because(e)
              .advise("take a version of it that fits this plugin and runs on this Java")
              .advise("remove it from the plugin's <dependencies>"));
    }
  }
}
