package io.github.sourceprovisioner.locate;

import java.util.Map;

/** The schemes that the grammar knows. */
final class Schemes {

  static final String GIT = "git";
  static final String HTTP = "http";
  static final String S3 = "s3";
  static final String GCS = "gcs";
  static final String AZURE = "azure";
  static final String OCI = "oci";
  static final String MAVEN = "maven";
  static final String FILE = "file";

  /** Known well enough to say that it is not supported. */
  static final String MERCURIAL = "hg";

  /** What stands before {@code ::}; case counts, as in go-getter. */
  static final Map<String, String> FORCED =
      Map.of(
          "git", GIT, "http", HTTP, "https", HTTP, "s3", S3, "gcs", GCS, "oci", OCI, "file", FILE,
          "hg", MERCURIAL, "azure", AZURE, "azurerm", AZURE);

  /** The values of the {@code type} key. */
  static final Map<String, String> TYPES =
      Map.of(
          "git",
          GIT,
          "git-worktree",
          GIT,
          "http",
          HTTP,
          "s3",
          S3,
          "gcs",
          GCS,
          "azure",
          AZURE,
          "oci",
          OCI,
          "maven",
          MAVEN,
          "file",
          FILE);

  private Schemes() {}
}
