package io.github.sourceprovisioner.fetch.s3.aws;

import io.github.sourceprovisioner.web.xml.XmlAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a service of Amazon, or one that speaks like it, did not do what it was asked for.
 *
 * @param status the status of HTTP
 * @param code the word for it: {@code NoSuchKey}, {@code ExpiredToken}; empty if the answer had
 *     none, as to {@code HEAD}
 * @param region where the bucket really is, if the answer says so
 */
public record AwsError(int status, String code, Optional<String> region) {

  private static final int LONGEST = 64 * 1024;
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,64}");

  /**
   * Reads an answer.
   *
   * @param header the header {@code x-amz-bucket-region}
   * @param body what may be XML, HTML or nothing
   * @throws IOException if the transfer breaks
   */
  public static AwsError read(int status, Optional<String> header, InputStream body)
      throws IOException {
    Optional<XmlAnswer> answer = parse(body.readNBytes(LONGEST));
    return new AwsError(
        status,
        answer.flatMap(xml -> xml.text("Code")).filter(c -> CODE.matcher(c).matches()).orElse(""),
        header
            .or(() -> answer.flatMap(xml -> xml.text("Region")))
            .filter(region -> REGION.matcher(region).matches()));
  }

  /** Whether a temporary key was used after its end. */
  public boolean saysExpired() {
    return code.equals("ExpiredToken")
        || code.equals("ExpiredTokenException")
        || code.equals("TokenRefreshRequired");
  }

  /** STS wraps its error into the answer, S3 does not. */
  private static Optional<XmlAnswer> parse(byte[] body) {
    try {
      XmlAnswer root = XmlAnswer.read(new ByteArrayInputStream(body));
      return root.first("Error").or(() -> Optional.of(root));
    } catch (IOException noXml) {
      return Optional.empty();
    }
  }
}
