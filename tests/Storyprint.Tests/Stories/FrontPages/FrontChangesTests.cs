using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Tests.Stories.FrontPages;

public sealed class FrontChangesTests
{
    private static readonly FrontSlot Lead = new(FrontPlace.Lead, 0);
    private static readonly FrontSlot Rail = new(FrontPlace.Rail, 3);
    private static readonly FrontArrangement Empty = new();

    [Fact]
    public void A_story_stands_where_it_was_put_last()
    {
        var moved = Empty.WithStory("20013", Rail).WithStory("20013", Lead);
        Assert.Equal(("20013", Lead), (Assert.Single(moved.Pins).Story, moved.Pins[0].Slot));
        Assert.Null(moved.PinIn(Rail));
    }

    [Fact]
    public void Two_pinned_stories_change_places()
    {
        var until = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var changed = Empty.WithStory("20013", Lead).WithEnd(Lead, until).WithStory("20021", Rail).WithStory("20021", Lead);
        Assert.Equal(("20021", "20013", until), (changed.PinIn(Lead)!.Story, changed.PinIn(Rail)!.Story, changed.PinIn(Rail)!.Until));
        Assert.Equal(2, changed.Pins.Count);
    }

    [Fact]
    public void A_new_story_sends_the_one_in_its_place_back_to_the_rule() =>
        Assert.Equal("20021", Assert.Single(Empty.WithStory("20013", Lead).WithStory("20021", Lead).Pins).Story);

    [Fact]
    public void The_same_place_again_changes_nothing()
    {
        var once = Empty.WithStory("20013", Lead);
        Assert.Same(once, once.WithStory("20013", Lead));
    }

    [Fact]
    public void Blocks_of_two_sections_have_places_of_their_own()
    {
        var (city, sea) = (new FrontSlot(FrontPlace.Section, 0, "city"), new FrontSlot(FrontPlace.Section, 0, "sea"));
        var both = Empty.WithStory("20013", city).WithStory("20021", sea);
        Assert.Equal(("20013", "20021"), (both.PinIn(city)!.Story, both.PinIn(sea)!.Story));
        Assert.Equal("20021", Assert.Single(both.Without(city).Pins).Story);
    }

    [Theory]
    [InlineData("sea", -1, "sea city chess")]
    [InlineData("sea", 1, "city chess sea")]
    [InlineData("city", -1, "city sea chess")]
    [InlineData("none", 1, "")]
    public void The_block_of_a_section_moves_up_and_down(string section, int by, string order) =>
        Assert.Equal(order, string.Join(' ', Empty.WithSectionMoved(["city", "sea", "chess"], section, by).Sections));

    [Fact]
    public void Pins_that_have_ended_go()
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Empty(Empty.WithStory("20013", Lead).WithEnd(Lead, now).Current(now).Pins);
        Assert.Single(Empty.WithStory("20013", Lead).WithEnd(Lead, now.AddHours(1)).Current(now).Pins);
    }
}
