namespace Storyprint.Stories.Releases.Gate;

/// <summary>Where a text quotes somebody: between the quotation marks of any language.</summary>
internal static class QuotedSpans
{
    // An apostrophe that looks like an opening mark is not followed through a whole story.
    private const int LongestSingle = 2000;

    public static bool IsMark(char mark) => ClosersOf(mark).Length > 0 || mark is '\'' or '\u2018';

    /// <summary>The outermost quoted spans. Double marks left open run to the end, as in quotations of several paragraphs.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        List<(int, int)> spans = [];
        for (var index = 0; index < text.Length; index++)
        {
            var single = text[index] is '\'' or '\u2018' or '\u201A' or '\u2039' or '\u203A';
            var closers = ClosersOf(text[index]);
            if (closers.Length == 0 || (single && !OpensAt(text, index)))
            {
                continue;
            }

            var end = index + 1;
            var last = single ? Math.Min(text.Length, index + LongestSingle) : text.Length;
            while (end < last && !(closers.Contains(text[end], StringComparison.Ordinal) && (!single || ClosesAt(text, end))))
            {
                end++;
            }

            // A single mark without its partner is an apostrophe.
            if (end < last || !single)
            {
                spans.Add((index, end));
                index = end;
            }
        }

        return spans;
    }

    private static string ClosersOf(char opener) => opener switch
    {
        '"' => "\"",
        '“' => "”\"",
        '”' => "”",
        '„' => "“”\"",
        '«' => "»",
        '»' => "«»",
        '「' => "」",
        '『' => "』",
        '‹' => "›",
        '›' => "‹",
        '‚' => "‘’",
        '‘' => "’",
        '\'' => "'",
        _ => string.Empty,
    };

    private static bool OpensAt(string text, int index) =>
        (index == 0 || !char.IsLetterOrDigit(text[index - 1])) && index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1]);

    private static bool ClosesAt(string text, int index) => index + 1 == text.Length || !char.IsLetterOrDigit(text[index + 1]);
}
