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
    public static IReadOnlyList<NamedRevision> In(string text, PublicAddress address)
    {
        var found = new List<NamedRevision>();
        var start = 0;
        while (text.IndexOf(address.Host, start, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            start = at + address.Host.Length;
            if (Path().Match(text, start, Math.Min(text.Length - start, MaxPath)) is { Success: true } path)
            {
                Add(path.Groups["id"].Value, path.Groups["payload"] is { Success: true } payload ? payload.Value : null);
            }
        }

        foreach (Match match in CodeAndRevision().Matches(text))
        {
            if (RevisionId.TryParse(match.Value, out var id) && id.Code.HasCheckDigit)
            {
                found.Add(new NamedRevision(id.Code, id.Number));
            }
        }

        if (StoryCodeParseResult.Read(text.Trim()).AnyCode is { } code)
        {
            found.Add(new NamedRevision(code));
        }

        return [.. found.Distinct().Take(MaxNamed)];

        void Add(string id, string? payload)
        {
            if (RevisionId.TryParse(id, out var revision))
            {
                found.Add(new NamedRevision(revision.Code, revision.Number, payload));
            }
            else if (StoryCode.TryFromDigits(id, out var story))
            {
                found.Add(new NamedRevision(story));
            }
        }
    }

    private const int MaxPath = 256;

    // /CODE, /CODE.REV, /news/CODE…, /s/CODE.REV/PAYLOAD
    [GeneratedRegex(@"\G/(?:news/|(?<seal>s/))?(?<id>[0-9]{1,18}(?:\.[0-9]{1,6})?)(?![0-9])(?(seal)(?:/(?<payload>[a-z0-9]{1,200}))?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<![\w.,/])[0-9]{5,18}\.[1-9][0-9]{0,5}(?![\w,]|\.[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeAndRevision();
}

/// <summary>A revision that a text names.</summary>
/// <param name="Number">Null where only the story is named.</param>
/// <param name="Seal">The last part of a sealed link; null where there is none.</param>
internal sealed record NamedRevision(StoryCode Code, RevisionNumber? Number = null, string? Seal = null);
