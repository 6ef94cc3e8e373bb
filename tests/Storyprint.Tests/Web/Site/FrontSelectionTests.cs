using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.Site;

namespace Storyprint.Tests.Web.Site;

/// <summary>The front page: what editors placed stands where they placed it, and everything else is where it would be without them.</summary>
public sealed class FrontSelectionTests
{
    // 1 is the newest; even ones have a picture.
    private static readonly List<StorySummary> Newest = [.. Enumerable.Range(1, 24).Select(number => Card(number))];

    [Fact]
    public void Without_pins_the_newest_with_a_picture_leads()
    {
        var front = Fill();
        Assert.Equal("2", Names([front.Lead!]));
        Assert.Equal("4 6", Names(front.Second));
        Assert.Equal("1", Names([front.Third!]));
        Assert.Equal("8 10", Names(front.Under));
        Assert.Equal("3 5 7 9 11 12 13 14 15 16", Names(front.Rail));
    }

    [Theory]
    [InlineData("Lead 0 9", "9 | 2 4 | 1 | 6 8 | 3 5 7 10 11 12 13 14 15 16")]
    [InlineData("Second 0 9", "2 | 9 4 | 1 | 6 8 | 3 5 7 10 11 12 13 14 15 16")]
    [InlineData("Second 1 9", "2 | 4 9 | 1 | 6 8 | 3 5 7 10 11 12 13 14 15 16")]
    [InlineData("Third 0 8", "2 | 4 6 | 8 | 10 12 | 1 3 5 7 9 11 13 14 15 16")]
    [InlineData("Under 1 24", "2 | 4 6 | 1 | 8 24 | 3 5 7 9 10 11 12 13 14 15")]
    [InlineData("Rail 0 2", "4 | 6 8 | 1 | 10 12 | 2 3 5 7 9 11 13 14 15 16")]
    [InlineData("Rail 9 1", "2 | 4 6 | 3 | 8 10 | 5 7 9 11 12 13 14 15 16 1")]
    [InlineData("Lead 0 9,Rail 0 4", "9 | 2 6 | 1 | 8 10 | 4 3 5 7 11 12 13 14 15 16")]
    [InlineData("Section 0 2", "4 | 6 8 | 1 | 10 12 | 3 5 7 9 11 13 14 15 16 17")]
    public void A_pinned_story_stands_in_its_place_and_in_no_other(string pins, string page)
    {
        var front = Fill(pins);
        Assert.Equal(page, string.Join(" | ", Names([front.Lead!]), Names(front.Second), Names([front.Third!]), Names(front.Under), Names(front.Rail)));
        Assert.Equal(front.All.Count(), front.All.Select(card => card.Code).Distinct().Count());
    }

    [Fact]
    public void A_story_that_cannot_be_read_leaves_its_place_to_the_rule() => Assert.Equal("2", Names([Fill("Lead 0 99").Lead!]));

    [Fact]
    public void An_old_story_may_lead()
    {
        var old = Card(77);
        var pins = new PinnedStories([new FrontPin { Place = FrontPlace.Lead, Story = old.Code.Digits }], [old]);
        Assert.Equal("77 2", Names([FrontSelection.Fill(Newest, pins).Lead!, FrontSelection.Fill(Newest, pins).Second[0]]));
    }

    [Fact]
    public void A_retracted_story_does_not_lead_whoever_placed_it_there()
    {
        var retracted = Newest.Select(card => card.Code == Newest[8].Code ? card with { Status = StoryStatus.Retracted } : card).ToList();
        var front = FrontSelection.Fill(retracted, Pins("Lead 0 9", retracted));
        Assert.Equal("2", Names([front.Lead!]));
        Assert.Contains(front.Rail, card => card.Status == StoryStatus.Retracted);
    }

    [Fact]
    public void The_block_of_a_section_holds_its_pins_and_then_its_newest_that_stand_nowhere_else()
    {
        var pins = Pins("Section 1 20", Newest, section: "sea");
        var front = FrontSelection.Fill(Newest, pins);
        Assert.Equal("17 20 18 19", Names(front.OfSection("sea", Newest, pins)));
        Assert.Equal("17 18 19 21", Names(front.OfSection("city", Newest, pins)));
    }

    [Fact]
    public void A_page_without_stories_is_empty()
    {
        var front = FrontSelection.Fill([], PinnedStories.None);
        Assert.Null(front.Lead);
        Assert.Empty(front.All);
    }

    private static FrontSelection Fill(string pins = "") => FrontSelection.Fill(Newest, Pins(pins, Newest));

    private static PinnedStories Pins(string pins, List<StorySummary> listed, string? section = null) => new(
        pins.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pin => pin.Split(' ')).Select(parts => new FrontPin
        {
            Place = Enum.Parse<FrontPlace>(parts[0]),
            Position = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
            Section = section,
            Story = $"100{parts[2]}",
        }), listed);

    private static string Names(IEnumerable<StorySummary> cards) => string.Join(' ', cards.Select(card => card.Headline));

    private static StorySummary Card(int number) => new()
    {
        Code = StoryCode.FromDigits($"100{number}"),
        Edition = "en",
        Slug = Slug.From("a"),
        Section = "sea",
        Kicker = "",
        Headline = $"{number}",
        Standfirst = "",
        Bylines = [],
        Status = StoryStatus.Published,
        Revision = RevisionNumber.First,
        ReleaseKind = ReleaseKind.Publish,
        PublishedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = null,
        Picture = number % 2 == 0 ? new Picture { Hash = $"hash{number}", Alt = "" } : null,
        IsCorrected = false,
        SortKey = 1000 - number,
    };
}
