package org.metier.dossier;

/// What one source says where sources differ.
public record Side<T>(T value, Source source) {}
