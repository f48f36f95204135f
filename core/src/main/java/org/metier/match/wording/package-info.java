/// Matches, reasons and questions as sentences for a reader in a language.
@NullMarked
package org.metier.match.wording;

import org.jspecify.annotations.NullMarked;
