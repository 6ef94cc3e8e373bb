namespace Storyprint.Stories.Drafts.Authors;

/// <summary>A sentence of a text with those who wrote it.</summary>
/// <param name="Start">UTF-16 offset in <see cref="DraftText.Plain"/>.</param>
/// <param name="By">Whoever wrote most of it first.</param>
public sealed record AuthoredSentence(string Text, int Start, IReadOnlyList<EditStamp> By)
{
    private const string Ends = ".!?؟۔。！？…।";
    private const string Closing = "\"'”’»)]」』";

    /// <summary>The sentences of a text in order; together they are the whole of it.</summary>
    public static IReadOnlyList<AuthoredSentence> Of(Authorship authorship, DraftBlock block, string text = BlockShape.MainText)
    {
        var (plain, spans) = (block.Texts[text]?.Plain ?? string.Empty, authorship.Of(block.Id, text));
        var sentences = new List<AuthoredSentence>();
        for (int from = 0, to; from < plain.Length; from = to)
        {
            to = EndOf(plain, from);
            sentences.Add(new AuthoredSentence(plain[from..to], from, Authors(spans, from, to)));
        }

        return sentences;
    }

    // Behind the mark that ends it, what closes with it, and the space up to the next one.
    private static int EndOf(string text, int index)
    {
        while (index < text.Length)
        {
            var letter = text[index++];
            if (letter != '\n' && !Ends.Contains(letter, StringComparison.Ordinal))
            {
                continue;
            }

            var end = index;
            while (end < text.Length && (Ends.Contains(text[end], StringComparison.Ordinal) || Closing.Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            // Neither "3.5" nor "“Yes!” she said" ends a sentence.
            if (letter is not ('.' or '!' or '?' or '…') || next == text.Length || (next > end && !char.IsLower(text[next])))
            {
                return next;
            }
        }

        return index;
    }

    private static List<EditStamp> Authors(IReadOnlyList<AuthoredSpan> spans, int from, int to)
    {
        var (at, shares) = (0, new Dictionary<EditStamp, int>());
        foreach (var span in spans)
        {
            if (Math.Min(at + span.Length, to) - Math.Max(at, from) is > 0 and var share)
            {
                shares[span.By] = shares.GetValueOrDefault(span.By) + share;
            }

            at += span.Length;
        }

        return [.. shares.OrderByDescending(share => share.Value).ThenBy(share => share.Key.At).Select(share => share.Key)];
    }
}
