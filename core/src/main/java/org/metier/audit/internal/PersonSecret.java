package org.metier.audit.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What is known of a person as long as their key exists: a pseudonym, and what was sealed for them. Nothing in here
/// can be worked out from the person's id and the key of the log, so that it ends with the person's key.
/// Immutable and thread-safe.
public final class PersonSecret {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final String locator;
  private final Hmac key;
  private final SecretKeySpec sealing;

  /// @param locator of the person, 64 hexadecimal digits
  /// @param key random
  PersonSecret(String locator, byte[] key) {
    this.locator = locator;
    this.key = new Hmac(key);
    sealing = new SecretKeySpec(this.key.of("sealing", ""), "AES");
  }

  /// Where what is kept of the person can be found by those who hold the key of the log and know the person's id: 64
  /// hexadecimal digits. Must never stand beside a pseudonym.
  public String locator() {
    return locator;
  }

  /// Stands for the person in the log: 32 hexadecimal digits.
  public String pseudonym() {
    return key.hex("pseudonym", new byte[0], 16);
  }

  /// Names what a decision was made from, 64 hexadecimal digits: keyed, so that nobody who has the inputs from elsewhere
  /// finds the decision once the person is erased.
  public String fingerprint(byte[] inputs) {
    return key.hex("inputs", inputs, Hmac.BYTES);
  }

  /// Encrypts with AES-256 in Galois/Counter Mode (NIST SP 800-38D) under a random nonce, which comes first.
  public byte[] sealed(byte[] plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /// @throws IllegalArgumentException if it was sealed for somebody else, or changed since
  public byte[] opened(byte[] sealed) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw new IllegalArgumentException("a sealed record has at least " + (NONCE + TAG_BITS / 8)
          + " bytes, this has " + sealed.length);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException(
          "a sealed record was changed, or is another person's", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  @Override
  public String toString() {
    return "PersonSecret " + HexFormat.of().formatHex(key.of("name", ""), 0, 4);
  }
}
