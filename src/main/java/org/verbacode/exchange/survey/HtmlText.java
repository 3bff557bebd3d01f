package org.verbacode.exchange.survey;

import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts HTML cells to text. */
final class HtmlText {
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s*/?>|</p>\\s*(?=<p)");
    private static final Pattern TAG = Pattern.compile("(?i)</?(p|div|span|b|i|u|em|strong|a|ul|ol|li)(\\s[^<>]*)?>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final ResourceBundle LETTERS = ResourceBundle.getBundle("org.verbacode.exchange.survey.entities");

    private HtmlText() {}

    /** The text without tags, with entities decoded (HTML 4.01, chapter 24). */
    static String plain(String cell) {
        if (cell.indexOf('&') < 0 && cell.indexOf('<') < 0) {
            return cell;
        }
        String text = TAG.matcher(LINE_END.matcher(cell).replaceAll("\n")).replaceAll("");
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(letter(entity.group(), entity.group(1))));
    }

    private static String letter(String whole, String name) {
        if (name.charAt(0) != '#') {
            return LETTERS.containsKey(name) ? LETTERS.getString(name) : whole;
        }
        boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return point > 0 && Character.isDefined(point) && !(point >= 0xD800 && point <= 0xDFFF)
                ? Character.toString(point)
                : whole;
    }
}
