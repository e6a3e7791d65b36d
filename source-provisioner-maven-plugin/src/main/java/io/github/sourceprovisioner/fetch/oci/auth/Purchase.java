package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.web.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question to a token service.
 *
 * @param service what the registry calls itself there
 */
record Purchase(URI realm, Optional<String> service, String scope) {

  private static final String US = "source-provisioner";

  /** For somebody with a password, or for anybody. */
  WebRequest request() {
    String more = String.join("&", parameters());
    String start = realm.getRawQuery() == null ? "?" : "&";
    return WebRequest.get(URI.create(realm + start + more));
  }

  /** For somebody with an identity token, which goes into the body. */
  WebRequest with(String identityToken) {
    List<String> form = parameters();
    form.add("grant_type=refresh_token");
    form.add("client_id=" + US);
    form.add("refresh_token=" + encoded(identityToken));
    byte[] body = String.join("&", form).getBytes(StandardCharsets.US_ASCII);
    return WebRequest.post(realm, "application/x-www-form-urlencoded", body);
  }

  private List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    service.ifPresent(name -> parameters.add("service=" + encoded(name)));
    parameters.add("scope=" + encoded(scope));
    return parameters;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
