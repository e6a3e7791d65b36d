package io.github.sourceprovisioner.spi;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;

/**
 * What all code of a JVM shares, and nobody may turn for himself alone.
 *
 * @param properties the system properties
 * @param defaults who answers for everybody over HTTP
 */
record Surroundings(Map<String, String> properties, Map<String, Integer> defaults) {

  static Surroundings now() {
    Properties all = System.getProperties();
    Map<String, String> properties = new TreeMap<>();
    all.stringPropertyNames().forEach(name -> properties.put(name, all.getProperty(name, "")));
    return new Surroundings(
        properties,
        Map.of(
            "authenticator", System.identityHashCode(Authenticator.getDefault()),
            "proxies", System.identityHashCode(ProxySelector.getDefault()),
            "cookies", System.identityHashCode(CookieHandler.getDefault()),
            "sockets", System.identityHashCode(HttpsURLConnection.getDefaultSSLSocketFactory()),
            "names", System.identityHashCode(HttpsURLConnection.getDefaultHostnameVerifier())));
  }
}
