package io.github.sourceprovisioner.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tar archives byte by byte, also those that no library would write. */
final class TarBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A header that can be bent in every way before it is written. */
  static final class Header {

    private final byte[] block = new byte[512];

    Header(byte[] name, char type, long size) {
      System.arraycopy(name, 0, block, 0, Math.min(100, name.length));
      octal(100, 8, 0644);
      octal(108, 8, 1000);
      octal(116, 8, 1000);
      octal(124, 12, size);
      octal(136, 12, 1_700_000_000L);
      block[156] = (byte) type;
      put(257, "ustar\00000");
    }

    static Header of(String name, char type, long size) {
      return new Header(name.getBytes(StandardCharsets.UTF_8), type, size);
    }

    Header octal(int at, int length, long value) {
      String digits = Long.toOctalString(value);
      put(at, "0".repeat(Math.max(0, length - 1 - digits.length())) + digits + "\0");
      return this;
    }

    Header put(int at, String text) {
      return put(at, text.getBytes(StandardCharsets.UTF_8));
    }

    Header put(int at, byte[] bytes) {
      System.arraycopy(bytes, 0, block, at, bytes.length);
      return this;
    }

    Header target(String target) {
      return put(157, target);
    }

    byte[] signed() {
      Arrays.fill(block, 148, 156, (byte) ' ');
      long sum = 0;
      for (byte b : block) {
        sum += b & 0xff;
      }
      put(148, String.format("%06o\0 ", sum));
      return block;
    }
  }

  TarBytes file(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return raw(Header.of(name, '0', bytes.length).signed()).padded(bytes);
  }

  TarBytes entry(String name, char type) {
    return raw(Header.of(name, type, 0).signed());
  }

  TarBytes directory(String name) {
    return raw(Header.of(name, '5', 0).octal(100, 8, 0755).signed());
  }

  TarBytes link(String name, char type, String target) {
    return raw(Header.of(name, type, 0).target(target).signed());
  }

  /** A pax header with the given records, {@code key=value}. */
  TarBytes pax(char type, String... records) {
    StringBuilder text = new StringBuilder();
    for (String record : records) {
      text.append(paxRecord(record));
    }
    return extension("PaxHeader", type, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** An entry of any type whose content stands behind it. */
  TarBytes extension(String name, char type, byte[] data) {
    return raw(Header.of(name, type, data.length).signed()).padded(data);
  }

  TarBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  TarBytes padded(byte[] bytes) {
    out.writeBytes(bytes);
    out.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
    return this;
  }

  /** Without the end marker. */
  byte[] open() {
    return out.toByteArray();
  }

  byte[] done() {
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static String paxRecord(String record) {
    int length = record.getBytes(StandardCharsets.UTF_8).length + 2;
    int digits = String.valueOf(length).length();
    int whole = length + digits;
    whole = String.valueOf(whole).length() > digits ? whole + 1 : whole;
    return whole + " " + record + "\n";
  }
}
