package org.verbacode.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Addresses within the application; names of studies and questions are parameters, since they may contain any
 * character.
 */
public final class Links {
    private Links() {}

    /**
     * @param address may have parameters already
     * @param parameters name, value, name, value…; those without a value are left out
     */
    public static String to(String address, @Nullable String... parameters) {
        StringBuilder link = new StringBuilder(address);
        char separator = address.contains("?") ? '&' : '?';
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            String value = parameters[i + 1];
            if (value != null && !value.isEmpty()) {
                link.append(separator).append(parameters[i]).append('=').append(encoded(value));
                separator = '&';
            }
        }
        return link.toString();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address if it is within the application, else the home page. */
    static String within(@Nullable String address) {
        boolean inside = address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && !address.contains("\\")
                && address.chars().noneMatch(Character::isISOControl);
        return inside && address != null ? address : "/";
    }
}
