using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Print.Sheets;

/// <summary>The links of a story in reading order, numbered from 1, so that they can be followed from paper. An address has one number.</summary>
public sealed class NumberedLinks
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> addresses = [];
    private readonly PublicAddress address;

    /// <param name="address">Paths on the publication's own host are completed with it.</param>
    public NumberedLinks(StoryContent content, PublicAddress address)
    {
        this.address = address;
        foreach (var link in content.Body.SelectMany(Links).Concat(Links(content.Sources ?? RichText.Empty)).Select(Absolute))
        {
            if (numbers.TryAdd(link, addresses.Count + 1))
            {
                addresses.Add(link);
            }
        }
    }

    /// <summary>The absolute addresses; the first has number 1.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>The number of a link, or null where the story has no such link.</summary>
    public int? NumberOf(LinkTarget link) => numbers.TryGetValue(Absolute(link), out var number) ? number : null;

    private string Absolute(LinkTarget link) => link.Address.StartsWith('/') ? address.Origin + link.Address : link.Address;

    private static IEnumerable<LinkTarget> Links(Block block) => block.RichTexts.SelectMany(Links)
        .Concat(block.StoryLinks.Select(story => LinkTarget.TryParse($"/news/{story.Code}", out var target) ? target : default));

    private static IEnumerable<LinkTarget> Links(RichText text) => text.Runs.Where(run => run.Link is not null).Select(run => run.Link!.Value);
}
