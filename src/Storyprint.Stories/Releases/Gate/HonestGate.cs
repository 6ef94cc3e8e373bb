using Storyprint.Stories.Body;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// Says what an update changes that readers must be told of. Nothing found means: only spelling, spacing, typography, tags or a
/// picture's crop. Where that is not sure, it is found; what a wrong note costs is one sentence.
/// </summary>
public static class HonestGate
{
    /// <summary>More are not listed: by then the editor knows.</summary>
    public const int Most = 50;

    /// <param name="before">The published revision.</param>
    /// <param name="after">What is to be released.</param>
    public static IReadOnlyList<GateFinding> Compare(StoryContent before, StoryContent after)
    {
        var (old, now) = (new StoryWords(before), new StoryWords(after));
        var reading = new ChangeReading(old, now);
        return
        [
            .. Headline(before.Headline, after.Headline)
                .Concat(Changes(old, now).SelectMany(reading.Findings))
                .Concat(Moved(GateFindingKind.Picture, Media(before), Media(after)))
                .Concat(Moved(GateFindingKind.Link, Links(before), Links(after)))
                .Distinct().Take(Most),
        ];
    }

    // Lines at the ends that both texts share hold no change.
    private static IReadOnlyList<WordChange> Changes(StoryWords before, StoryWords after)
    {
        var (old, now) = SharedEnds.Between(before.Lines, after.Lines);
        return WordChanges.Between([.. before.Of(old)], [.. after.Of(now)]);
    }

    private static GateFinding[] Headline(string before, string after) =>
        GateWords.Of(before).Select(word => word.Key).SequenceEqual(GateWords.Of(after).Select(word => word.Key))
            ? []
            : [new GateFinding(GateFindingKind.Headline, before.Trim(), after.Trim())];

    private static IEnumerable<GateFinding> Moved(GateFindingKind kind, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after, StringComparer.Ordinal))
        {
            return [];
        }

        string[] gone = [.. before.Except(after)], come = [.. after.Except(before)];

        // The same ones in another order, or another number of times, are named on both sides.
        return gone.Length + come.Length > 0
            ? [new GateFinding(kind, string.Join(", ", gone), string.Join(", ", come))]
            : [new GateFinding(kind, string.Join(", ", before), string.Join(", ", after))];
    }

    private static List<string> Media(StoryContent content) => [.. content.Body.Select(block => block switch
    {
        Picture picture => picture.Hash ?? picture.Address,
        Embed embed => embed.Address,
        _ => null,
    }).OfType<string>()];

    private static List<string> Links(StoryContent content) =>
        [.. content.Body.SelectMany(block => block.RichTexts).SelectMany(text => text.Runs).Select(run => run.Link?.Address).OfType<string>()];
}
