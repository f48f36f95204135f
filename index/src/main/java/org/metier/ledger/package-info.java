/// The account of every record that partners delivered: how it ended, in which run, for what reason.
@NullMarked
package org.metier.ledger;

import org.jspecify.annotations.NullMarked;
