package ecraccess.acceptance.habitat;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one local cloud that all tests of a run share, and ends it with the run. What a
 * test makes is there for all, so the names of its stacks, exports and parameters are its own.
 */
final class SharedLocalCloud implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(SharedLocalCloud.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalCloud.class;
  }

  @Override
  public LocalCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(LocalCloud.class, key -> LocalCloud.start(), LocalCloud.class);
  }
}
