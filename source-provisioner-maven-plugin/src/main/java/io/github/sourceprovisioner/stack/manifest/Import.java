package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;

/**
 * One entry of {@code import}.
 *
 * @param path as written: a file, a glob or a template of one
 * @param context values for the templates of the imported file
 * @param plain {@code skip_templates_processing}: the imported text is not rendered at import
 * @param optional {@code skip_if_missing}
 */
record Import(Scalar path, MapValue context, boolean plain, boolean optional) {}
