package org.verbacode.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.study.RefusedException;

class WebServerTest {
    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    @Test
    void anEmptyWorkspaceIsWelcomedInFrench() {
        HttpResponse<String> page = browsing.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body()).contains("<html lang=\"fr\">", "Bienvenue").doesNotContain("Welcome");
    }

    @Test
    void englishIsOneClickAwayAndLeadsBackToThePage() {
        HttpResponse<String> click = browsing.get("/language?to=en&back=%2Fcoder");

        assertThat(click.statusCode()).isEqualTo(303);
        assertThat(click.headers().firstValue("Location")).hasValue("/coder");
        assertThat(click.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("verbacode-lang=en", "HttpOnly", "SameSite=Strict");
        assertThat(browsing.withCookie("verbacode-lang", "en").get("/").body())
                .contains("<html lang=\"en\">", "Welcome");
    }

    @Test
    void comingBackNeverLeadsToAnotherSite() {
        assertThat(browsing.get("/language?to=en&back=https%3A%2F%2Fexample.org")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        assertThat(browsing.get("/language?to=en&back=%2F%2Fexample.org")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void everyAnswerForbidsInlineScriptsAndFraming() {
        for (String path : new String[] {"/", "/coder", "/nulle-part", "/assets/verbacode.css"}) {
            HttpResponse<String> answer = browsing.get(path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body()).doesNotContain(" style=\"", " onclick=");
        }
    }

    @Test
    void formsFromOtherSitesAreTurnedAway() {
        assertThat(browsing.postFrom("http://example.org", "/coder", "name=Eve").statusCode())
                .isEqualTo(403);
        assertThat(browsing.postFrom("null", "/coder", "name=Eve").statusCode()).isEqualTo(403);
        assertThat(browsing.postFrom("", "/coder", "name=Eve").statusCode()).isEqualTo(403);
        assertThat(browsing.get("/", "Origin", "http://example.org").statusCode())
                .isEqualTo(403);
        assertThat(browsing.post("/coder", "name=Marie").statusCode()).isEqualTo(303);
    }

    @Test
    void aNameThatOnlyPointsHereIsNotThisServer() throws IOException {
        URI address = URI.create(browsing.server.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: verbacode.example.org:" + address.getPort()
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void aRefusalIsASentenceBesideWhatWasTyped() {
        HttpResponse<String> page = browsing.post("/coder", "name=" + "M".repeat(201) + "&back=%2F");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", "dépasse 200 caractères", "M".repeat(201));
    }

    @Test
    void whatIsTypedNeverBecomesMarkup() {
        HttpResponse<String> page = browsing.post("/coder", "name=%3Cscript%3E" + "x".repeat(200) + "&back=%2F");

        assertThat(page.body()).doesNotContain("<script>x").contains("&lt;script");
    }

    @Test
    void aMissingPageSaysSo() {
        HttpResponse<String> page = browsing.get("/nulle-part");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Il n’y a pas de page à cette adresse");
    }

    @Test
    void thePortOfAnotherProgramIsNamed() {
        int port = URI.create(browsing.server.address()).getPort();

        assertThatThrownBy(() -> WebServer.start(browsing.workspace, port))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(String.valueOf(port))
                .hasMessageContaining("--port");
    }

    @Test
    void everySentenceExistsInBothLanguages() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties sentences = new Properties();
        try (InputStream stream = Objects.requireNonNull(WebServer.class.getResourceAsStream(file))) {
            sentences.load(stream);
        }
        return sentences.keySet();
    }
}
