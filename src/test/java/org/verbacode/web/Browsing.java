package org.verbacode.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.workflow.Workspace;

/** A server on a free port and a client with cookies, over real HTTP. */
public final class Browsing implements AutoCloseable {
    public final Workspace workspace;
    final WebServer server;
    private final HttpClient client;
    private String cookies = "";

    public Browsing(Path folder) {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        server = WebServer.start(workspace, 0);
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public Workspace workspace() {
        return workspace;
    }

    String origin() {
        return server.address().substring(0, server.address().length() - 1);
    }

    public Browsing withCookie(String name, String value) {
        cookies = cookies + (cookies.isEmpty() ? "" : "; ") + name + "=" + value;
        return this;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        return send(request, headers);
    }

    /** Posts a form as a page of the application does. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        return postFrom(origin(), path, form, headers);
    }

    HttpResponse<String> postFrom(String origin, String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return send(request, headers);
    }

    /** A file field of a form: its name, the file's name and its content. */
    public record Sent(String field, String name, String content) {}

    /** Posts fields and files as a page's form does. */
    public HttpResponse<String> upload(String path, List<Map.Entry<String, String>> fields, Sent... files) {
        String boundary = "----verbacode";
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(field.getKey())
                .append("\"\r\n\r\n")
                .append(field.getValue())
                .append("\r\n"));
        for (Sent file : files) {
            body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                    .append(file.field())
                    .append("\"; filename=\"")
                    .append(file.name())
                    .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                    .append(file.content())
                    .append("\r\n");
        }
        body.append("--" + boundary + "--\r\n");
        return send(HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Origin", origin())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The result of the job that a form has started, once it is over. */
    public String outcome(HttpResponse<String> begun) throws InterruptedException {
        if (begun.statusCode() != 303) {
            throw new IllegalStateException(begun.statusCode() + ": " + begun.body());
        }
        String job = begun.headers().firstValue("Location").orElseThrow();
        String said = get(job).body();
        for (int i = 0; i < 600 && said.contains("/job/cancel"); i++) {
            Thread.sleep(100);
            said = get(job).body();
        }
        return said;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
