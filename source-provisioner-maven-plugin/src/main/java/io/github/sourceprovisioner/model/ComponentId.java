package io.github.sourceprovisioner.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a component across the whole project.
 *
 * @param type the component type: {@code terraform}, {@code helmfile}, {@code packer}, …
 * @param stack the name of the stack
 * @param name the key under {@code components.<type>}
 */
public record ComponentId(String type, String stack, String name) {

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ComponentId that
        && name.equals(that.name)
        && stack.equals(that.stack)
        && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return (type.hashCode() * 31 + stack.hashCode()) * 31 + name.hashCode();
  }

  /** {@code stack/name}, as messages say it. */
  @Override
  public String toString() {
    return stack + "/" + name;
  }
}
