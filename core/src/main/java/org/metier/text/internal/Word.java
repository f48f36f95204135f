package org.metier.text.internal;

/// What a word comes to.
///
/// @param term its normal form
/// @param isStop whether it says too little to search for
public record Word(String term, boolean isStop) {}
