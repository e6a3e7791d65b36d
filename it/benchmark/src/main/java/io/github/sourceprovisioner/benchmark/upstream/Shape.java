package io.github.sourceprovisioner.benchmark.upstream;

/**
 * How a made-up repository looks.
 *
 * @param directories how many components it has, below {@code modules}
 * @param files how many files a component has
 * @param commits the length of the history; every commit has a tag of its own, and the first one
 *     holds everything
 * @param touched how many components a later commit changes, with all their files
 * @param bytes how large a file is on average, before compression
 */
public record Shape(int directories, int files, int commits, int touched, int bytes) {

  /** Like a large public repository of modules: 2,340 files, 1,000 tags, some 40 MB. */
  public static final Shape MONOREPO = new Shape(180, 13, 1_000, 1, 5_800);

  /** 4,500 files, 40 MB. */
  public static final Shape WIDE_TREE = new Shape(375, 12, 1, 0, 8_900);

  /** 500 MB in one tree. */
  public static final Shape HEAVY = new Shape(50, 10, 1, 0, 1_900_000);

  /** 4,500 files, 107 MB, which an archive packs into 40 MB. */
  public static final Shape PACKED = new Shape(375, 12, 1, 0, 21_800);
}
