package org.verbacode.study;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sentence for the user, independent of the language: a key and its arguments. The key begins with the package
 * whose {@code messages.properties} (French) and {@code messages_en.properties} hold the text: {@code
 * study.name.empty} is in {@code study}, {@code web.review.queue} in {@code web.review}. The bundles use the
 * typographic apostrophe, since {@link MessageFormat} takes the plain one for a quotation mark.
 *
 * @param key package, dot, name; a name may contain dots
 * @param arguments numbers, texts, or messages, formatted for the reader's language
 */
public record Message(String key, List<Object> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Cache by class-path folder: whether it holds a bundle. */
    private static final Map<String, Boolean> BUNDLES = new ConcurrentHashMap<>();

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The sentence in a language; French unless the locale is English. */
    public String in(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        ResourceBundle bundle = ResourceBundle.getBundle(bundleOf(key), language, NO_FALLBACK);
        Object[] filled = arguments.stream()
                .map(argument -> argument instanceof Message inner ? inner.in(locale) : argument)
                .toArray();
        return new MessageFormat(bundle.getString(key), language).format(filled);
    }

    /** The bundle of the longest prefix of the key that is a package with a bundle. */
    private static String bundleOf(String key) {
        for (int end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
            String folder = "org/verbacode/" + key.substring(0, end).replace('.', '/');
            if (BUNDLES.computeIfAbsent(
                    folder, home -> Message.class.getResource("/" + home + "/messages.properties") != null)) {
                return folder.replace('/', '.') + ".messages";
            }
        }
        throw new MissingResourceException("no bundle holds the key", Message.class.getName(), key);
    }
}
