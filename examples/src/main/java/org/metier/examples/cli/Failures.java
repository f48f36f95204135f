package org.metier.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what a command throws into a message and an exit code: 2 with one line for what the caller can
/// mend, 1 with a stack trace for a defect.
final class Failures implements IExecutionExceptionHandler {
  private static final int TO_MEND = 2;
  private static final int DEFECT = 1;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    String message = messageForCaller(failure);
    if (message != null) {
      command.getErr().println("metier: " + message);
      command.getErr().flush();
      return TO_MEND;
    }
    command.getErr().println("metier: a defect; please report it with the lines below");
    failure.printStackTrace(command.getErr());
    command.getErr().flush();
    return DEFECT;
  }

  private static @org.jspecify.annotations.Nullable String messageForCaller(Exception failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": no such file";
      case AccessDeniedException e -> e.getFile() + ": this user may not read or write it";
      case FileSystemException e ->
        e.getFile() + ": " + (e.getReason() == null ? "cannot be read or written" : e.getReason());
      case UncheckedIOException e when e.getCause() != null -> messageForCaller(e.getCause());
      case IOException e -> e.getMessage();
      case IllegalArgumentException e -> e.getMessage();
      case RuntimeException e when e.getClass().getName().startsWith("org.metier.") ->
        e.getMessage();
      default -> null;
    };
  }
}
