package org.metier.ledger;

/// How far a run came.
public enum RunState {
  /// Has begun; one that stays so was interrupted, and the same feed once more goes on where it stopped.
  STARTED,
  /// The feed was read to its end, and everything that follows from it was done.
  COMPLETE,
  /// The feed broke off: what came before was taken in, but nothing follows from what was absent.
  CUT_OFF,
  /// The feed was whole but suspicious: what it brought was taken in, and what was absent stays until a
  /// person accepts the loss.
  WAITING,
  /// Nothing of the feed could be read; nothing was changed.
  UNREADABLE
}
