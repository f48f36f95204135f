/// Terms of employment from what people write: pay, working time, contract and experience, in five
/// languages, absent when absent. For Metier's own use; no promise to users.
@NullMarked
package org.metier.feed.internal.terms;

import org.jspecify.annotations.NullMarked;
