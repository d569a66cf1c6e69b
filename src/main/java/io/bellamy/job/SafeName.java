package io.bellamy.job;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Names for what others have named as they liked: harmless and not too long. */
public final class SafeName {

    private static final int LONGEST = 50;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");
    private static final Pattern ENDS = Pattern.compile("^[._-]+|[._-]+$");

    private SafeName() {}

    /** A harmless name that is as near as can be; empty where nothing of the text is left. */
    public static String of(String text) {
        String plain = plain(text);
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "-" + digest(plain) : plain;
        return Name.objection(cut).isEmpty() ? cut : "";
    }

    /**
     * A harmless name that no other text gets, but by the rarest chance.
     *
     * @param text what it is to be like
     * @param whole what tells it from others
     */
    public static String distinct(String text, String whole) {
        String plain = of(text).isEmpty() ? "job" : plain(text);
        return plain.substring(0, Math.min(LONGEST, plain.length())) + "-" + digest(whole);
    }

    private static String plain(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String harmless = OTHERS.matcher(letters).replaceAll("-");
        return ENDS.matcher(DOTS.matcher(harmless).replaceAll(".")).replaceAll("");
    }

    private static String digest(String text) {
        CRC32 digest = new CRC32();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", digest.getValue());
    }
}
