using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;

namespace Storyprint.Tests.Stories.Archives;

public sealed class ArchiveIdentityTests
{
    [Theory]
    [InlineData(null, "12", null, null, "saved#12")]
    [InlineData(null, "12", "old.example/news/12", null, "saved#12@old.example/news/12")]
    [InlineData("paper", null, "old.example/news/12", null, "saved[paper]#@old.example/news/12")]
    [InlineData(null, null, null, "old.example/blog:12", "saved:old.example/blog:12")]
    [InlineData("paper", null, null, "old.example:12", "saved[paper]:old.example:12")]
    [InlineData(null, null, null, null, "saved:2021/print.txt")]
    [InlineData("paper", null, null, null, "saved:2021/print.txt")]
    public void It_is_stored_as_a_text_that_says_what_it_is(string? archive, string? code, string? link, string? item, string source) =>
        Assert.Equal(source, Identity(archive, code, link, item).Source);

    [Theory]
    [InlineData("saved#12", null, "12", null, null)]
    [InlineData("saved[paper]#12@old.example/a@b", "paper", "12", "old.example/a@b", null)]
    [InlineData("markdown#@old.example/a", null, null, "old.example/a", null)]
    [InlineData("wxr:old.example:12", null, null, null, "old.example:12")]
    [InlineData("wxr[paper]:old.example:12", "paper", null, null, "old.example:12")]
    [InlineData("wxr::12", null, null, null, null)]
    [InlineData("saved:print.txt", null, null, null, null)]
    [InlineData("library", null, null, null, null)]
    public void What_is_stored_is_read_back_also_from_earlier_versions(string source, string? archive, string? code, string? link, string? item)
    {
        var read = ArchiveIdentity.Parse(source);
        Assert.Equal((archive, code, link, item), (read.Archive, read.Code?.Digits, read.Link, read.Item));
    }

    [Theory]
    [InlineData("saved#12", "saved#12", Likeness.Same)]
    [InlineData("saved#12", "markdown#12@old.example/a", Likeness.Same)]
    [InlineData("saved#12@old.example/a", "saved#@old.example/a", Likeness.Same)]
    [InlineData("saved#12", "saved#13", Likeness.Other)]
    [InlineData("saved#12@old.example/a", "saved#12@old.example/b", Likeness.Other)]
    [InlineData("saved#12@one.example/a", "wxr:two.example:12", Likeness.Other)]
    [InlineData("saved[b]#12", "saved#12", Likeness.Other)]
    [InlineData("saved#12", "saved[b]#12", Likeness.Unknown)]
    [InlineData("saved[b]#12@old.example/a", "saved#12@old.example/a", Likeness.Same)]
    [InlineData("saved[b]#12@old.example/a", "saved[c]#12@old.example/a", Likeness.Other)]
    [InlineData("wxr[b]:old.example:12", "wxr:old.example:12", Likeness.Other)]
    [InlineData("saved#@old.example/a", "wxr:old.example:12", Likeness.Unknown)]
    [InlineData("saved#12", "saved:print.txt", Likeness.Unknown)]
    public void Two_are_one_where_something_own_is_equal_and_nothing_contradicts(string item, string stored, Likeness expected) =>
        Assert.Equal(expected, ArchiveIdentity.Parse(item).To(ArchiveIdentity.Parse(stored)));

    [Fact]
    public void A_code_that_an_earlier_version_stored_by_its_place_is_known_by_both()
    {
        var item = Identity(null, "12", null, null) with { OtherPlaces = ["print.txt"] };
        Assert.Equal(Likeness.Same, item.To(ArchiveIdentity.Parse("saved:print.txt")));
        Assert.Equal(Likeness.Unknown, item.To(ArchiveIdentity.Parse("saved:other.txt")));
    }

    [Theory]
    [InlineData("https://old.example/news/12/", "old.example/news/12")]
    [InlineData("http://OLD.example:8080/%D8%AE?a=1", "old.example:8080/خ?a=1")]
    [InlineData("https://old.example/?p=12", "old.example?p=12")]
    [InlineData("https://old.example/", null)]
    [InlineData("https://old.example", null)]
    [InlineData("/news/12", null)]
    [InlineData("mailto:a@b.example", null)]
    public void An_address_is_an_identity_with_its_host_and_without_its_scheme(string address, string? link) => Assert.Equal(link, ArchiveIdentity.LinkOf(address));

    [Theory]
    [InlineData("paper 2021", true)]
    [InlineData("روزنامه", true)]
    [InlineData("a[b]", false)]
    [InlineData(" a", false)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    public void A_name_has_no_signs_that_what_is_stored_has(string text, bool isName) => Assert.Equal(isName, ArchiveIdentity.IsName(text));

    [Fact]
    public void A_place_is_seen_from_every_folder_above_and_below() =>
        Assert.Equal(["data/2021/a.txt", "a.txt"], ArchiveIdentity.PlacesOf("/data/2021/a.txt", "2021/a.txt"));

    private static ArchiveIdentity Identity(string? archive, string? code, string? link, string? item) => new()
    {
        Format = "saved",
        Archive = archive,
        Code = code is null ? null : StoryCode.FromDigits(code),
        Link = link,
        Item = item,
        Place = "2021/print.txt",
    };
}
