package org.verbacode.web.page;

import io.javalin.config.RoutesConfig;

/** The routes of one screen. */
public interface Pages {
    void addTo(RoutesConfig routes);
}
