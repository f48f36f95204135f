package org.metier.index;

import java.time.Instant;

/// Proof that something was erased and that no deleted remains were left in the index's files.
///
/// @param keySha256 SHA-256 of the key, in hexadecimal: the key itself is gone
/// @param erased how many entries had that key: 0 or 1
/// @param generation of the index without it
public record ErasureReceipt(String keySha256, int erased, Instant erasedAt, long generation) {}
