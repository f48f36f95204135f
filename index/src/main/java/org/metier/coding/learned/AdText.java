package org.metier.coding.learned;

/// What the learned coder reads of an advertisement. All three may be empty.
///
/// @param title as published
/// @param description plain text
/// @param employer name
public record AdText(String title, String description, String employer) {
  /// A text that consists of a title alone, such as the name of an occupation.
  public static AdText ofTitle(String title) {
    return new AdText(title, "", "");
  }
}
