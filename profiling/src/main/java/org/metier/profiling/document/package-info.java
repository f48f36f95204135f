/// A CV brought to one form, whatever file it came in: text with sections, and the facts that the file
/// states in fields of their own.
@NullMarked
package org.metier.profiling.document;

import org.jspecify.annotations.NullMarked;
