package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.verbacode.web.page.Pages;

/**
 * Refuses requests from other sites and machines: the server listens on loopback only, the host header must name it
 * (against DNS rebinding), and requests that change something must come from its own pages (against cross-site
 * request forgery).
 */
final class Guard implements Pages {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final IntSupplier port;

    Guard(IntSupplier port) {
        this.port = port;
    }

    /** A request from another site or machine. */
    static final class ForeignRequestException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        // Not "no-referrer": browsers would send "Origin: null" with forms, and the check below would refuse them.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        context.header("Cache-Control", "no-store");
        String host = context.header("Host");
        String origin = context.header("Origin");
        boolean changes = !READING.contains(context.method().name());
        if (!isOwn(host) || (origin == null ? changes : !isOwnOrigin(origin))) {
            throw new ForeignRequestException();
        }
    }

    private boolean isOwn(@Nullable String host) {
        return host != null
                && (host.equals("127.0.0.1:" + port.getAsInt()) || host.equals("localhost:" + port.getAsInt()));
    }

    private boolean isOwnOrigin(String origin) {
        return origin.startsWith("http://") && isOwn(origin.substring("http://".length()));
    }
}
