using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Tests.Stories.FrontPages;

public sealed class FrontArrangementTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly FrontArrangement Arrangement = new()
    {
        Pins =
        [
            new FrontPin { Place = FrontPlace.Lead, Story = "20013" },
            new FrontPin { Place = FrontPlace.Rail, Position = 1, Story = "20021", Until = Now.AddHours(2) },
            new FrontPin { Place = FrontPlace.Rail, Position = 2, Story = "20039", Until = Now.AddHours(1) },
            new FrontPin { Place = FrontPlace.Rail, Position = 3, Story = "20047", Until = Now },
        ],
    };

    [Fact]
    public void A_pin_ends_at_its_time_and_not_before()
    {
        Assert.Equal(["20013", "20021", "20039"], Arrangement.At(Now).Select(pin => pin.Story));
        Assert.Equal(["20013", "20021"], Arrangement.At(Now.AddHours(1)).Select(pin => pin.Story));
    }

    [Fact]
    public void The_page_changes_by_itself_when_the_next_pin_ends()
    {
        Assert.Equal(Now.AddHours(1), Arrangement.NextEnd(Now));
        Assert.Null(Arrangement.NextEnd(Now.AddDays(1)));
        Assert.Null(new FrontArrangement().NextEnd(Now));
    }

    [Theory]
    [InlineData("20013", true)]
    [InlineData("x", false)]
    [InlineData(null, false)]
    public void FrontPin_knows_a_code_from_other_words(string? story, bool isCode) => Assert.Equal(isCode, new FrontPin { Place = FrontPlace.Lead, Story = story! }.Code is not null);

    [Fact]
    public void Every_of_the_FrontPlaces_has_a_size() => Assert.All(Enum.GetValues<FrontPlace>(), place => Assert.InRange(place.Size, 1, 10));
}
