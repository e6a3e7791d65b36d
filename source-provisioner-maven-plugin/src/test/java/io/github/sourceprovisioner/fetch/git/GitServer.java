package io.github.sourceprovisioner.fetch.git;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.transport.resolver.FileResolver;
import org.jspecify.annotations.Nullable;

/** A real git server on the loopback interface that counts its requests and can misbehave. */
final class GitServer implements AutoCloseable {

  /** Answers a request itself (true) or lets the git server do it. */
  interface Behavior {
    boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  volatile Behavior behavior = (request, response) -> false;
  volatile boolean oldProtocol;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  GitServer(Path root) throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    GitServlet servlet = new GitServlet();
    servlet.setRepositoryResolver(new FileResolver<>(root.toFile(), true));
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(servlet), "/*");
    context.addFilter(new FilterHolder(new Gate()), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
  }

  String url(String repository) {
    return "http://127.0.0.1:" + port() + "/" + repository;
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  private final class Gate implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest http = (HttpServletRequest) request;
      requests.add(http.getMethod() + " " + http.getRequestURI());
      if (http.getHeader("Authorization") != null) {
        authorizations.add(http.getHeader("Authorization"));
      }
      if (!behavior.answer(http, (HttpServletResponse) response)) {
        chain.doFilter(oldProtocol ? new WithoutVersion(http) : http, response);
      }
    }
  }

  /** A request as clients of the old protocol send it. */
  private static final class WithoutVersion extends HttpServletRequestWrapper {

    WithoutVersion(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase("Git-Protocol") ? null : super.getHeader(name);
    }
  }
}
