package org.metier.match;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.metier.json.Json;

/// A file of a home that is the JSON of one record.
final class SettingsFile {
  private SettingsFile() {}

  /// @param expected what the file holds, with an example
  /// @throws IllegalArgumentException if the file cannot be read or is no such record; the message names it and
  ///     the place in it
  static <T> T read(Path file, Class<T> type, String expected) {
    try {
      return Json.read(Files.readString(file), type);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file; expected " + expected, e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8 text", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
