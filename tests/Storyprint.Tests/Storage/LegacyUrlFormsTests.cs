using Storyprint.Storage.Stories;

namespace Storyprint.Tests.Storage;

public sealed class LegacyUrlFormsTests
{
    [Theory]
    [InlineData("/a/b/", "", "/a/b")]
    [InlineData("/A/b", "", "/A/b /a/b")]
    [InlineData("/a/feed/", "", "/a/feed /a")]
    [InlineData("/a/2/amp", "", "/a/2/amp /a/2 /a")]
    [InlineData("/index.php/a", "", "/index.php/a /a")]
    [InlineData("/2024/01/", "", "/2024/01 /2024")]
    [InlineData("/", "?p=12", "/?p=12 /?page_id=12")]
    [InlineData("/x", "?id=12&utm_source=a", "/x/?id=12&utm_source=a /x/?id=12 /x")]
    [InlineData("/", "", "")]
    public void An_address_is_looked_up_as_it_is_and_without_what_systems_append(string path, string query, string keys) =>
        Assert.Equal(keys, string.Join(' ', LegacyUrlForms.Of(path, query)));

    [Theory]
    [InlineData("utm_source", true)]
    [InlineData("fbclid", true)]
    [InlineData("p", false)]
    [InlineData("id", false)]
    public void What_only_tells_where_a_reader_comes_from_is_known(string name, bool isTracking) => Assert.Equal(isTracking, LegacyUrlForms.IsTracking(name));

    [Fact]
    public void Another_letter_case_is_kept_beside()
    {
        Assert.Equal("/a/خبر", LegacyUrlForms.OtherCase("/A/خبر"));
        Assert.Null(LegacyUrlForms.OtherCase("/a"));
        Assert.Equal(["/?p=1", "/?page_id=1"], LegacyUrlForms.OfQuery("/", "?p=1"));
    }
}
