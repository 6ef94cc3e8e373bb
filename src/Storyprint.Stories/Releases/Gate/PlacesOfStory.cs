using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Finds changes outside the words: section, label and topics, pictures, files and embeds, with their crops and how they were made, and link targets.</summary>
internal static class PlacesOfStory
{
    public static IEnumerable<GateFinding> Changes(StoryContent before, StoryContent after) =>
        Moved(GateFindingKind.Section, Named(before.Section), Named(after.Section))
            .Concat(Moved(GateFindingKind.Label, Named(before.Label is { } old ? CodeNames.Of(old) : ""), Named(after.Label is { } now ? CodeNames.Of(now) : "")))
            .Concat(Moved(GateFindingKind.Made, Made(before), Made(after)))
            .Concat(Moved(GateFindingKind.Topic, before.Topics, after.Topics))
            .Concat(Moved(GateFindingKind.Picture, Media(before), Media(after)))
            .Concat(Crops(before, after))
            .Concat(Links(before, after));

    private static IEnumerable<GateFinding> Moved(GateFindingKind kind, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after, StringComparer.Ordinal))
        {
            return [];
        }

        string[] gone = [.. before.Except(after)], come = [.. after.Except(before)];

        // Another order or number of the same ones is shown on both sides.
        return gone.Length + come.Length > 0
            ? [new GateFinding(kind, string.Join(", ", gone), string.Join(", ", come))]
            : [new GateFinding(kind, string.Join(", ", before), string.Join(", ", after))];
    }

    private static string[] Named(string section) => section.Length == 0 ? [] : [section];

    private static List<string> Media(StoryContent content) => [.. content.Body.SelectMany(block => block switch
    {
        Embed embed => [MediaLink.HashOf(embed.Address) ?? embed.Address],
        MediaFile media => [media.File?.Hash ?? media.Address, media.Poster?.Hash],
        DocumentFile document => [document.File?.Hash ?? document.Address],
        _ => block.Pictures.Select(picture => picture.Hash ?? picture.Address),
    }).OfType<string>()];

    private static List<string> Made(StoryContent content) => [.. content.Pictures.Select(picture => picture.Made)
        .Concat(content.Body.OfType<MediaFile>().Select(media => media.Made)).Append(content.Made).OfType<DigitalSourceType>().Select(CodeNames.Of<DigitalSourceType>)];

    private static IEnumerable<GateFinding> Crops(StoryContent before, StoryContent after) =>
        before.Pictures.Zip(after.Pictures)
            .Where(pair => pair.First.Hash == pair.Second.Hash && pair.First.Focus != pair.Second.Focus)
            .Select(pair => new GateFinding(GateFindingKind.Crop, Named(pair.First.Focus), Named(pair.Second.Focus)));

    private static string Named(FocalPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##}, {point.Y:0.##}");

    private static IEnumerable<GateFinding> Links(StoryContent before, StoryContent after)
    {
        var (old, now) = (Linked(before), Linked(after));
        var addresses = Moved(GateFindingKind.Link, [.. old.Select(link => link.Address)], [.. now.Select(link => link.Address)]).ToList();

        // The same addresses in the same order behind other words; words that differ only in typography are not other words.
        return addresses.Count > 0 ? addresses
            : old.Zip(now).Where(pair => pair.First.Words != pair.Second.Words)
                .Select(pair => new GateFinding(GateFindingKind.Link, $"{pair.First.Words} ({pair.First.Address})", $"{pair.Second.Words} ({pair.Second.Address})"));
    }

    private static List<(string Words, string Address)> Linked(StoryContent content)
    {
        List<(string Words, string Address)> links = [];
        foreach (var story in content.Body.SelectMany(block => block.StoryLinks))
        {
            links.Add((story.Words, $"/news/{story.Code}"));
        }

        foreach (var text in content.Body.SelectMany(block => block.RichTexts).Append(content.Sources ?? RichText.Empty))
        {
            TextRun? last = null;
            foreach (var run in text.Runs)
            {
                if (run.Link?.Address is { } address)
                {
                    // One link may be split into several runs by emphasis.
                    if (last?.Link?.Address == address)
                    {
                        links[^1] = (links[^1].Words + run.Text, address);
                    }
                    else
                    {
                        links.Add((run.Text, address));
                    }
                }

                last = run;
            }
        }

        return [.. links.Select(link => (string.Join(' ', link.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), link.Address))];
    }
}
