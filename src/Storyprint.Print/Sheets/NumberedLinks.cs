using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Print.Sheets;

/// <summary>The links of a story in reading order, numbered from 1, so that paper does not lose where they lead. One address has one number.</summary>
public sealed class NumberedLinks
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> addresses = [];

    /// <param name="address">Paths on the publication's own host are completed with it.</param>
    public NumberedLinks(StoryContent content, PublicAddress address)
    {
        foreach (var link in content.Body.SelectMany(Links))
        {
            var absolute = link.StartsWith('/') ? address.Origin + link : link;
            if (numbers.TryAdd(link, addresses.Count + 1))
            {
                addresses.Add(absolute);
            }
        }
    }

    /// <summary>The absolute addresses; the first has number 1.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>The number of a link, or null where the story has no such link.</summary>
    public int? NumberOf(LinkTarget link) => numbers.TryGetValue(link.Address, out var number) ? number : null;

    private static IEnumerable<string> Links(Block block) => block.RichTexts
        .SelectMany(text => text.Runs)
        .Where(run => run.Link is not null)
        .Select(run => run.Link!.Value.Address);
}
