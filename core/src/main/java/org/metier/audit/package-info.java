/// What was decided about people and by which model: an append-only, hash-chained log without personal data, the
/// sealed inputs that its decisions can be computed again from, and who was trained with whom.
@NullMarked
package org.metier.audit;

import org.jspecify.annotations.NullMarked;
