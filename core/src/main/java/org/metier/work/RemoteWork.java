package org.metier.work;

/// How much of the work can be done from elsewhere. Unknown is the absence of a value.
public enum RemoteWork {
  ON_SITE, HYBRID, REMOTE
}
