/// All that is known of one person, from many documents and from what the person says:
/// [org.metier.dossier.Dossier] merges it into one profile.
@NullMarked
package org.metier.dossier;

import org.jspecify.annotations.NullMarked;
