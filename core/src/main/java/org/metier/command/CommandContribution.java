package org.metier.command;

/// A command that a module adds to the command line. Found through `ServiceLoader`, so that the
/// command line compiles against none of its contributors and drops those that are absent.
public interface CommandContribution {
  /// The words before the command's own name, such as `train` for `metier train ranker`; empty for a
  /// command of the top level.
  String parent();

  /// An object annotated as a picocli command; its `call` returns the exit code, and what it throws is
  /// reported by the command line as for every other command.
  Object command();
}
