using System.Text.RegularExpressions;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Checking;

/// <summary>
/// The stories that a text names: by a link to this publication, by what a mark or a seal leads to, by a code with its revision, or where the text is nothing but a
/// code. A number inside other words is only a number.
/// </summary>
internal static partial class NamedRevisions
{
    private const int MaxNamed = 5;

    /// <summary>The first few of them; a revision only where one is named.</summary>
    public static IReadOnlyList<(StoryCode Code, RevisionNumber? Number)> In(string text, PublicAddress address)
    {
        var found = new List<(StoryCode, RevisionNumber?)>();
        var start = 0;
        while (text.IndexOf(address.Host, start, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            start = at + address.Host.Length;
            if (Path().Match(text, start, Math.Min(text.Length - start, MaxPath)) is { Success: true } path)
            {
                Add(path.Groups["id"].Value);
            }
        }

        foreach (Match match in CodeAndRevision().Matches(text))
        {
            if (RevisionId.TryParse(match.Value, out var id) && id.Code.HasCheckDigit)
            {
                found.Add((id.Code, id.Number));
            }
        }

        if (StoryCodeParseResult.Read(text.Trim()).AnyCode is { } code)
        {
            found.Add((code, null));
        }

        return [.. found.Distinct().Take(MaxNamed)];

        void Add(string id)
        {
            if (RevisionId.TryParse(id, out var revision))
            {
                found.Add((revision.Code, revision.Number));
            }
            else if (StoryCode.TryFromDigits(id, out var story))
            {
                found.Add((story, null));
            }
        }
    }

    private const int MaxPath = 64;

    // /CODE, /CODE.REV, /news/CODE…, /s/CODE.REV/PAYLOAD
    [GeneratedRegex(@"\G/(?:news/|s/)?(?<id>[0-9]{1,18}(?:\.[0-9]{1,6})?)(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<![\w.,/])[0-9]{5,18}\.[1-9][0-9]{0,5}(?![\w,]|\.[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeAndRevision();
}
