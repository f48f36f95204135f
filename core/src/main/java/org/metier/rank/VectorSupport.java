package org.metier.rank;

/// Whether vectors are worth a try in this Java virtual machine. Names no class of the incubating module,
/// so that it works without.
final class VectorSupport {
  private static final String MODULE = "jdk.incubator.vector";

  private VectorSupport() {}

  /// Whether `jdk.incubator.vector` is readable from here, and the optimizing compiler present: without it,
  /// each operation on vectors is an object and a hundred times slower than what it replaces.
  static boolean isOffered() {
    return isReadable() && isOptimizing(System.getProperty("java.vm.info", ""));
  }

  private static boolean isReadable() {
    Module own = VectorSupport.class.getModule();
    return ModuleLayer.boot().findModule(MODULE).map(own::canRead).orElse(false);
  }

  /// @param info as the property `java.vm.info` says it
  static boolean isOptimizing(String info) {
    return !info.contains("emulated-client") && !info.contains("interpreted mode");
  }
}
