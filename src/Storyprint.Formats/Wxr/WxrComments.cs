using System.Globalization;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads the comments of an item that were public; the rest is counted.</summary>
internal static class WxrComments
{
    private const int MaxComments = 20_000;
    private const int MaxAuthor = 200;

    /// <returns>The public comments, and sentences about those that are left out.</returns>
    /// <param name="edition">Its zone is that of times without one.</param>
    public static (IReadOnlyList<ImportedComment> Comments, IReadOnlyList<string> Warnings) Read(WxrItem item, Edition edition)
    {
        var (all, positions) = (new List<ImportedComment>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var lost = new ImportWarnings();
        int unapproved = 0, pings = 0, empty = 0;
        foreach (var fields in item.Comments)
        {
            string Field(string name) => fields.GetValueOrDefault($"wp:comment_{name}", string.Empty).Trim();
            if (Field("type") is not ("" or "comment" or "review"))
            {
                pings++;
            }
            else if (Field("approved") is not ("" or "1" or "approve" or "approved") || all.Count >= MaxComments)
            {
                unapproved++;
            }
            else if (Text(Field("content"), lost) is not { Length: > 0 } text)
            {
                empty++;
            }
            else
            {
                positions.TryAdd(Field("id"), all.Count);
                var author = HtmlPlainText.OneLine(Field("author"));
                all.Add(new ImportedComment(author.Length <= MaxAuthor ? author : author[..MaxAuthor], At(Field("date_gmt"), TimeZoneInfo.Utc) ?? At(Field("date"), edition.Zone), text, positions.TryGetValue(Field("parent"), out var parent) && parent < all.Count ? parent : null));
            }
        }

        return (all, [.. lost.Sentences, .. Said(unapproved, "that was not public"), .. Said(pings, "that only told of a link (pingback)"), .. Said(empty, "without words")]);
    }

    private static IEnumerable<string> Said(int count, string which) =>
        count == 0 ? [] : [count == 1 ? $"One comment {which} was left out." : $"{count} comments {which.Replace("was", "were", StringComparison.Ordinal)} were left out."];

    private static DateTimeOffset? At(string text, TimeZoneInfo zone) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, out var at) && at.Year is >= 1990 and <= 9000 ? new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime() : null;

    // Words and the addresses of links: nothing of a comment is markup here.
    private static string Text(string html, ImportWarnings warnings)
    {
        var (texts, others) = HtmlToBlocks.ReadTexts(html, new HtmlToBlocksOptions { NewlinesBreak = true }, warnings, "a comment");
        BlockFlattener.NoteLeftOut(others, warnings, "a comment");
        return string.Join("\n\n", texts.Select(Plain).Where(text => text.Trim().Length > 0)).Trim();
    }

    private static string Plain(RichText text) => string.Concat(text.Runs.Select(run =>
        PlainWords.Of(run) + (run.Link is { } link && !run.Text.Contains(link.Address, StringComparison.OrdinalIgnoreCase) ? $" ({link.Address})" : string.Empty)));
}
