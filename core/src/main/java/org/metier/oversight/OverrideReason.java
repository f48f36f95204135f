package org.metier.oversight;

/// Why a member of staff puts their own rating in place of a score.
public enum OverrideReason {
  /// The conversation told what no field of the file asks.
  KNOWS_MORE,
  /// Something in the file is wrong.
  FILE_IS_WRONG,
  /// Something in the file is out of date.
  FILE_IS_OLD,
  /// The person's situation changed after the score was computed.
  SITUATION_CHANGED,
  /// The person wants something else than the score was made for.
  PERSON_WISHES,
  /// The work that there is here and now is not what the model learnt from.
  LOCAL_MARKET,
  /// What the text says.
  OTHER
}
