package io.github.sourceprovisioner.fetch.azure.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.web.WebRequest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of the documentation, the signatures were made with OpenSSL. */
class AccountKeyTest {

  private static final Map<String, String> DATED =
      Map.of("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT", "x-ms-version", "2015-02-21");

  private final AccountKey key = new AccountKey("myaccount", "c2VjcmV0", "the test");

  @Test
  void signsTheExampleOfTheDocumentation() {
    URI uri =
        URI.create(
            "https://myaccount.blob.core.windows.net/mycontainer"
                + "?restype=container&comp=metadata&timeout=20");

    assertThat(key.text("GET", uri, DATED))
        .isEqualTo(
            "GET"
                + "\n".repeat(12)
                + """
                x-ms-date:Fri, 26 Jun 2015 23:39:12 GMT
                x-ms-version:2015-02-21
                /myaccount/mycontainer
                comp:metadata
                restype:container
                timeout:20""");
    assertThat(key.authorization("GET", uri, DATED))
        .isEqualTo("SharedKey myaccount:u782AEZSCdPgGXSvCImAdStQSg/O3eLX2iiw+7vs9ws=");
  }

  @Test
  void anAccountInThePathIsThereTwice() {
    URI uri = URI.create("http://127.0.0.1:10000/myaccount/c/a%20b?snapshot=2026-01-31T12%3A00Z");

    assertThat(key.text("HEAD", uri, Map.of()))
        .endsWith("\n/myaccount/myaccount/c/a%20b\nsnapshot:2026-01-31T12:00Z");
  }

  @Test
  void conditionsAndLengthsHavePlacesOfTheirOwn() {
    URI uri = URI.create("https://myaccount.blob.core.windows.net/c/b");

    assertThat(
            key.text(
                "PUT", uri, Map.of("If-Match", "\"e\"", "Content-Length", "3", "Accept", "*/*")))
        .isEqualTo("PUT\n\n\n3\n\n\n\n\n\"e\"\n\n\n\n/myaccount/c/b");
  }

  @Test
  void theKeyItselfIsNeverPartOfARequest() {
    WebRequest request =
        key.signed(
            WebRequest.get(URI.create("https://myaccount.blob.core.windows.net/c/b"))
                .with("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT"));

    assertThat(request.headers().get("Authorization")).startsWith("SharedKey myaccount:");
    assertThat(request.headers() + key.query() + key).doesNotContain("c2VjcmV0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary!", "Y2FuYXJ5\nY2FuYXJ5", "Y2FuYXJ5 "})
  void whatIsNoBase64IsRefusedAndNotShown(String canary) {
    assertThatThrownBy(() -> new AccountKey("myaccount", canary, "the variable X"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("the account key of the variable X is not the Base64 that Azure shows")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("copy key1 or key2 of the storage account whole, with the == at its end");
  }
}
