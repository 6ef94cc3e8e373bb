using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Finds the speaker of a quotation in its common forms.</summary>
internal static class QuotationAttribution
{
    private const int Longest = 200;
    private static readonly char[] Dashes = ['—', '–', '―', '-', '~', '\u2212'];

    /// <summary>Removes an element with the speaker from the end of a quotation.</summary>
    public static string? TakeElement(IElement quote, ImportWarnings warnings)
    {
        var named = quote.QuerySelectorAll("footer, cite, figcaption, .attribution, .quote-author, .author, .source").LastOrDefault(element =>
            element.TextContent.Trim().Length is > 0 and <= Longest && IsLast(element, quote));
        if (named is null)
        {
            return null;
        }

        // "— <cite>Name</cite>, keeper": the dash and the words around the name are part of it.
        if (named.LocalName == "cite" && named.ParentElement is { LocalName: "footer" or "p" } line && line != quote
            && line.TextContent.TrimStart() is [var first, ..] && Dashes.Contains(first) && line.TextContent.Trim().Length <= Longest)
        {
            named = line;
        }

        var speaker = WithoutDash(HtmlPlainText.From(named, warnings, "the speaker of a quotation"));
        named.Remove();
        return speaker.Length == 0 ? null : speaker;
    }

    /// <summary>Removes the speaker from the last paragraph or line, if that begins with a dash and the one before does not.</summary>
    public static (IReadOnlyList<RichText> Texts, string? Speaker) TakeDashed(IReadOnlyList<RichText> texts)
    {
        if (texts.Count == 0 || texts[^1].Plain is not { } last)
        {
            return (texts, null);
        }

        if (texts.Count > 1 && BeginsWithDash(last) && !BeginsWithDash(texts[^2].Plain) && last.Length <= Longest)
        {
            return ([.. texts.Take(texts.Count - 1)], WithoutDash(HtmlPlainText.Fold(last)));
        }

        var lineEnd = last.LastIndexOf('\n');
        if (lineEnd <= 0 || last.Length - lineEnd > Longest || !BeginsWithDash(last[(lineEnd + 1)..]) || BeginsWithDash(last))
        {
            return (texts, null);
        }

        return ([.. texts.Take(texts.Count - 1), Cut(texts[^1], lineEnd)], WithoutDash(HtmlPlainText.Fold(last[(lineEnd + 1)..])));
    }

    public static string WithoutDash(string text) => text.TrimStart([.. Dashes, ' ', '\u00A0']).Trim();

    private static bool BeginsWithDash(string text) =>
        text.TrimStart() is { Length: > 1 } start && WithoutDash(start) is [var first, ..]
        && (start[0] is '—' or '–' or '―' || (start[0] == '-' && start.Length <= 100 && char.IsLetter(first)) || start.StartsWith("--", StringComparison.Ordinal));

    // Only at the end: nothing visible follows inside the quotation.
    private static bool IsLast(IElement element, IElement quote)
    {
        for (INode node = element; node != quote && node.Parent is not null; node = node.Parent)
        {
            for (var next = node.NextSibling; next is not null; next = next.NextSibling)
            {
                if (next is not IComment && !string.IsNullOrWhiteSpace(next.TextContent))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static RichText Cut(RichText text, int length)
    {
        var runs = new List<TextRun>();
        foreach (var run in text.Runs)
        {
            if (length <= 0)
            {
                break;
            }

            runs.Add(run.Text.Length <= length ? run : run with { Text = run.Text[..length].TrimEnd() });
            length -= run.Text.Length;
        }

        return new RichText(runs);
    }
}
