package io.github.sourceprovisioner.model;

/**
 * The name of a component across the whole project.
 *
 * @param type the component type: {@code terraform}, {@code helmfile}, {@code packer}, …
 * @param stack the name of the stack
 * @param name the key under {@code components.<type>}
 */
public record ComponentId(String type, String stack, String name) {

  /** {@code stack/name}, as messages say it. */
  @Override
  public String toString() {
    return stack + "/" + name;
  }
}
