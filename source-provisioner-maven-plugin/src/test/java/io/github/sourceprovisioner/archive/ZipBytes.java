package io.github.sourceprovisioner.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives byte by byte, also those that no library would write. */
final class ZipBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Item> items = new ArrayList<>();

  /** One entry; its public parts can be bent before it is written. */
  static final class Item {

    byte[] localName;
    byte[] centralName;
    int flags;
    int method = 8;
    byte[] packed;
    long crc;
    long size;
    long localSize;
    long offset = -1;
    int mode = 0100644;
    int system = 3;
    byte[] extra = new byte[0];

    Item(String name, byte[] content) {
      localName = name.getBytes(StandardCharsets.UTF_8);
      centralName = localName;
      packed = deflated(content);
      size = content.length;
      localSize = size;
      CRC32 sum = new CRC32();
      sum.update(content);
      crc = sum.getValue();
    }

    static Item of(String name, String content) {
      return new Item(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Item mode(int unix) {
      mode = unix;
      return this;
    }
  }

  ZipBytes file(String name, String content) {
    return add(Item.of(name, content));
  }

  ZipBytes add(Item item) {
    if (item.offset < 0) {
      item.offset = out.size();
    }
    out.writeBytes(local(item));
    out.writeBytes(item.packed);
    return listed(item);
  }

  /** In the central directory only. */
  ZipBytes listed(Item item) {
    items.add(item);
    return this;
  }

  ZipBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] done() {
    return done(items.size());
  }

  byte[] done(int count) {
    int start = out.size();
    items.forEach(item -> out.writeBytes(central(item)));
    out.writeBytes(end(count, start, out.size() - start));
    return out.toByteArray();
  }

  static byte[] end(int count, int start, int size) {
    return little(22)
        .putInt(0x06054b50)
        .putInt(0)
        .putShort((short) count)
        .putShort((short) count)
        .putInt(size)
        .putInt(start)
        .putShort((short) 0)
        .array();
  }

  static byte[] local(Item item) {
    return little(30 + item.localName.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) item.flags)
        .putShort((short) item.method)
        .putInt(0)
        .putInt((int) item.crc)
        .putInt(item.packed.length)
        .putInt((int) item.localSize)
        .putShort((short) item.localName.length)
        .putShort((short) 0)
        .put(item.localName)
        .array();
  }

  static byte[] central(Item item) {
    return little(46 + item.centralName.length + item.extra.length)
        .putInt(0x02014b50)
        .putShort((short) (item.system << 8 | 20))
        .putShort((short) 20)
        .putShort((short) item.flags)
        .putShort((short) item.method)
        .putInt(0)
        .putInt((int) item.crc)
        .putInt(item.packed.length)
        .putInt((int) item.size)
        .putShort((short) item.centralName.length)
        .putShort((short) item.extra.length)
        .putShort((short) 0)
        .putInt(0)
        .putInt(item.mode << 16)
        .putInt((int) item.offset)
        .put(item.centralName)
        .put(item.extra)
        .array();
  }

  static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[4096];
    while (!deflater.finished()) {
      packed.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
