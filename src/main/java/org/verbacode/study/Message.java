package org.verbacode.study;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for the researcher that is not yet in a language: its key and what fills it. The first word of the key is
 * the package whose {@code messages.properties} (French) and {@code messages_en.properties} hold the words, as in
 * {@code study.name.empty}. The bundles write the typographic apostrophe, since {@link MessageFormat} takes the plain
 * one for a quotation mark.
 *
 * @param key package, dot, name
 * @param arguments numbers, texts, or further messages; shown in the reader's language
 */
public record Message(String key, List<Object> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The sentence in a language; French unless the locale is English. */
    public String in(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        String home = key.substring(0, key.indexOf('.'));
        ResourceBundle bundle = ResourceBundle.getBundle("org.verbacode." + home + ".messages", language, NO_FALLBACK);
        Object[] filled = arguments.stream()
                .map(argument -> argument instanceof Message inner ? inner.in(locale) : argument)
                .toArray();
        return new MessageFormat(bundle.getString(key), language).format(filled);
    }
}
