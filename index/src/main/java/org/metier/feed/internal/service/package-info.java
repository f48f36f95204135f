/// The formats of public employment services.
@NullMarked
package org.metier.feed.internal.service;

import org.jspecify.annotations.NullMarked;
