using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

/// <summary>What a check reads of a page beside its words: addresses of stories, texts in JSON.</summary>
public sealed class AddressesAndTextsTests
{
    [Theory]
    [InlineData("/news/20014", "20014", null)]
    [InlineData("/news/20014/a-slug", "20014", null)]
    [InlineData("/news/20014.3#correction-1", "20014", "20014.3")]
    [InlineData("/news/", null, null)]
    [InlineData("/news/20014x", null, null)]
    [InlineData("/about/20014", null, null)]
    [InlineData("https://other.example/news/20014", null, null)]
    public void StoryAddress_reads_code_and_revision(string path, string? code, string? revision)
    {
        Assert.Equal(code, StoryAddress.CodeOf(path));
        Assert.Equal(revision, StoryAddress.RevisionOf(path)?.ToString());
    }

    [Fact]
    public void JsonStrings_gives_every_text_and_no_name_of_a_member()
    {
        Assert.Equal(["one", "two", "three"], JsonStrings.Of("""{"a":"one","b":[1,"two",{"c":"three","d":null}]}"""));
        Assert.Null(JsonStrings.Of("""{"a":"""));
    }
}
