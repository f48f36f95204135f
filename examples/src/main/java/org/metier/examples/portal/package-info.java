/// A small portal to copy from: paste or upload a CV, see what was read from it, correct it, and get
/// explained matches, as web pages without scripts. It stores nothing of anybody.
@NullMarked
package org.metier.examples.portal;

import org.jspecify.annotations.NullMarked;
