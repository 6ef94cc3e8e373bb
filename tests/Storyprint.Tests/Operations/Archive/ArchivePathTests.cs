using Storyprint.Operations.Archive;

namespace Storyprint.Tests.Operations.Archive;

public sealed class ArchivePathTests
{
    [Theory]
    [InlineData("/", true, "index.html")]
    [InlineData("/en/", true, "en/index.html")]
    [InlineData("/fa/topic/%DA%A9%D8%AA%D8%A7%D8%A8", true, "fa/topic/کتاب/index.html")]
    [InlineData("/2004/flood.html", true, "2004/flood.html")]
    [InlineData("/api/v1/revisions/1125540.3", false, "api/v1/revisions/1125540.3.json")]
    [InlineData("/log/tile/0/x001/234.p/5", false, "log/tile/0/x001/234.p/5")]
    [InlineData("/.well-known/storyprint/keys", false, ".well-known/storyprint/keys")]
    public void An_address_has_one_file(string target, bool isPage, string file) => Assert.Equal(file, ArchivePath.From(target, isPage));

    [Theory]
    [InlineData("/..")]
    [InlineData("/a/../b")]
    [InlineData("/%2e%2e/b")]
    [InlineData("/a//b")]
    [InlineData("/.git/config")]
    [InlineData("/.storyprint-archive/list")]
    [InlineData("/a%5Cb")]
    [InlineData("/C:")]
    [InlineData("/con")]
    [InlineData("/nul.html")]
    [InlineData("/a%00b")]
    [InlineData("/a%0Ab")]
    [InlineData("/dot.")]
    [InlineData("/-rf")]
    public void An_unsafe_address_has_none(string target) => Assert.Null(ArchivePath.From(target, isPage: true));

    [Fact]
    public void A_name_too_long_for_a_disk_has_none() => Assert.Null(ArchivePath.From($"/news/1/{new string('ک', 130)}", isPage: true));
}
