package org.metier.training.judgment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person, or an employer, did about a vacancy that the person was shown, by ascending weight.
public enum PortalEvent {
  /// The person opened the vacancy.
  CLICK,
  /// The person applied.
  APPLICATION,
  /// The employer met the person.
  INTERVIEW,
  /// The person got the job.
  PLACEMENT;

  /// As a log names it, such as "click".
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PortalEvent> ofCode(String code) {
    return Arrays.stream(values()).filter(event -> event.code().equals(code)).findFirst();
  }

  static String codes() {
    return Arrays.stream(values()).map(PortalEvent::code).collect(Collectors.joining(", "));
  }
}
