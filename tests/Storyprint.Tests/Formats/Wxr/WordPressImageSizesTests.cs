using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WordPressImageSizesTests
{
    [Theory]
    [InlineData("https://a.example/boat.jpg", "https://a.example/boat-300x200.jpg", true)]
    [InlineData("https://a.example/boat.jpg", "http://a.example/boat-scaled.jpg?x=1", true)]
    [InlineData("https://a.example/BOAT.JPG", "https://a.example/boat-1024x768.jpg#top", true)]
    [InlineData("https://a.example/قایق.webp", "https://a.example/قایق-300x200.webp", true)]
    [InlineData("https://a.example/船.png", "https://a.example/船-300x200.jpeg", false)]
    [InlineData("https://a.example/boat.jpg", "https://b.example/boat.jpg", false)]
    [InlineData("https://a.example/boat.jpg", "https://a.example/boat-2.jpg", false)]
    [InlineData("https://a.example/300x200.jpg", "https://a.example/.jpg", false)]
    [InlineData("https://a.example/boat-3x2.jpg", "https://a.example/boat.jpg", false)]
    [InlineData(null, "https://a.example/boat.jpg", false)]
    [InlineData(null, null, false)]
    public void A_picture_is_known_in_all_its_sizes(string? one, string? other, bool areSame)
    {
        Assert.Equal(areSame, WordPressImageSizes.AreSame(one, other));
        Assert.Equal(areSame, WordPressImageSizes.AreSame(other, one));
    }
}
