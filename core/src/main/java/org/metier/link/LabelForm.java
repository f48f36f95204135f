package org.metier.link;

import java.util.List;

/// One way in which a label may stand in a text.
///
/// @param concept its number in the taxonomy
/// @param terms the normal forms of its words
/// @param written how it is written
/// @param rule when it counts
record LabelForm(int concept, List<String> terms, String written, Rule rule) {

  /// What a text must show, beyond the normal forms, for a form to match.
  enum Rule {
    /// Nothing.
    ANY_CASE,
    /// The same letters in the same case: `IT`, `Go`, `CAD`.
    SAME_CASE,
    /// The same case, and a place in an enumeration among longer names: `C` in "Java, C, Python".
    LISTED
  }
}
