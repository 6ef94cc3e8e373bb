using Storyprint.Newsroom.Imports;
using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Newsroom.Imports;

public sealed class KeptAddressesTests
{
    [Theory]
    [InlineData("https://old.example/2021/ferry/", 1, 0)]
    [InlineData("/2021/ferry", 1, 0)]
    [InlineData("https://old.example/", 0, 1)]
    [InlineData("/en/about", 0, 1)]
    public void An_address_is_kept_or_told(string address, int kept, int lost)
    {
        var chosen = KeptAddresses.Choose([address, address], TestPublication.Settings);
        Assert.Equal((kept, lost * 2), (chosen.Paths.Count, chosen.Lost.Count));
    }

    [Fact]
    public void SectionOfItem_names_the_nearest_section_of_the_settings() => Assert.Contains(
        "Is it “City”?", SectionOfItem.Sentence(new SectionName("ctiy", "Ctiy"), 1, TestPublication.Settings), StringComparison.Ordinal);
}
