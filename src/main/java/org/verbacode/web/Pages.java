package org.verbacode.web;

import io.javalin.config.RoutesConfig;

/** The routes of one screen. */
interface Pages {
    void addTo(RoutesConfig routes);
}
