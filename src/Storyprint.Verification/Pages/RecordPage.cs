using AngleSharp.Dom;

namespace Storyprint.Verification.Pages;

/// <summary>What histories, comparisons and the pages of a scan have in common: one story, its links, its dates.</summary>
internal static class RecordPage
{
    /// <summary>What is wrong with the links in the page's own part; null where all are the story's.</summary>
    public static string? LinkProblem(IDocument page, string code, params ReadOnlySpan<string> others)
    {
        foreach (var link in page.QuerySelectorAll("main a, main area, main form"))
        {
            var address = link.GetAttribute("href") ?? link.GetAttribute("action") ?? string.Empty;
            if (StoryAddress.CodeOf(address) != code && !address.StartsWith('#') && !others.Contains(address))
            {
                return $"It has a link to another place: {Short(address)}";
            }
        }

        return null;
    }

    /// <summary>What is wrong with a list's links; null where it has the first of these, in order, and no others.</summary>
    public static string? LinksOtherThan(IElement element, params ReadOnlySpan<string> addresses)
    {
        var at = 0;
        foreach (var link in element.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? string.Empty))
        {
            if (at == addresses.Length || link != addresses[at++])
            {
                return $"It has a link to another place: {Short(link)}";
            }
        }

        return null;
    }

    /// <summary>What is wrong with the words and things around what was compared; null where nothing is.</summary>
    public static string? Around(IDocument page, PhraseBook book, string origin, IReadOnlyList<SealedRevision> revisions) =>
        new PageInterface(book, origin, hash => revisions.Any(revision => revision.Lines.AllFiles.Contains(hash))).Problem(page.DocumentElement);

    /// <summary>Whether a date can be that of a revision: of its entry, or of the first one an earlier one, where it was published elsewhere before.</summary>
    public static bool IsOf(SealedRevision revision, DateTimeOffset at) => at.ToUnixTimeSeconds() is var second
        && (second == revision.ReleasedSecond || (revision.Name.Number == 1 && second < revision.ReleasedSecond));

    public static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
