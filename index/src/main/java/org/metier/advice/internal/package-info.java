/// Counting of coded concepts in the index. No promise to users.
@NullMarked
package org.metier.advice.internal;

import org.jspecify.annotations.NullMarked;
