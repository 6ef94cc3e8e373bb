using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Tests.Provenance;

public sealed class PublishedFilesTests
{
    [Fact]
    public void Each_address_has_one_file()
    {
        var revision = RevisionName.Parse("007.12");
        Assert.Equal("log/checkpoint", PublishedFiles.FileFor(PublishedFiles.Checkpoint));
        Assert.Equal("log/tile/entries/x001/x234/067.p/8", PublishedFiles.FileFor(PublishedFiles.Tile(TilePath.Entries(1234067, 8))));
        Assert.Equal("log/proof/007.12", PublishedFiles.FileFor(PublishedFiles.Proof(revision)));
        Assert.Equal("api/v1/revisions/007.12.json", PublishedFiles.FileFor(PublishedFiles.Revision(revision)));
        Assert.Equal("news/007/index.html", PublishedFiles.FileFor(PublishedFiles.NewsPage("007")));
        Assert.Equal(".well-known/storyprint/keys", PublishedFiles.FileFor(PublishedFiles.Keys));
    }

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("log/../../x")]
    [InlineData("/log/checkpoint")]
    [InlineData("log//checkpoint")]
    [InlineData("log/a+b")]
    [InlineData("log\\checkpoint")]
    [InlineData("log/C:")]
    [InlineData("")]
    public void An_address_that_leads_out_of_the_folder_has_none(string address)
    {
        Assert.False(PublishedFiles.IsSafe(address));
        Assert.Throws<ArgumentException>(() => PublishedFiles.FileFor(address));
    }

    [Theory]
    [InlineData("harbour-street", true)]
    [InlineData("می‌خواهم-۱۲", true)]
    [InlineData("..", false)]
    [InlineData("-rf", false)]
    [InlineData("a+b", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    public void A_slugs_folder_has_letters_of_any_script(string name, bool expected) => Assert.Equal(expected, PublishedFiles.IsSlugFolder(name));

    [Fact]
    public void A_revisions_document_is_read_as_it_was_written()
    {
        var text = Encoding.UTF8.GetString(WorkedExample.CanonicalText) + "text: «سلام» <b>\n";
        var document = RevisionDocument.Create(1042, WorkedExample.RevisionEntry, WorkedExample.Salt, text);
        Assert.True(RevisionDocument.TryParse(document.ToBytes(), out var read, out var reason), reason);
        Assert.Equal(document, read);
        Assert.Contains("«سلام» <b>", Encoding.UTF8.GetString(document.ToBytes()), StringComparison.Ordinal);
        Assert.False(read.TextIsThatOf(WorkedExample.RevisionEntry));
        Assert.True((read with { Text = Encoding.UTF8.GetString(WorkedExample.CanonicalText) }).TextIsThatOf(WorkedExample.RevisionEntry));
    }

    [Fact]
    public void An_erased_document_has_neither_text_nor_salt()
    {
        var json = Encoding.UTF8.GetString(RevisionDocument.Erase(7, WorkedExample.RevisionEntry).ToBytes());
        Assert.Contains("\"salt\":null,\"text\":null,\"erased\":true", json, StringComparison.Ordinal);
        Assert.True(RevisionDocument.TryParse(Encoding.UTF8.GetBytes(json), out _, out _));
        Assert.False(RevisionDocument.TryParse(Encoding.UTF8.GetBytes(json.Replace("\"text\":null", "\"text\":\"left\"", StringComparison.Ordinal)), out _, out _));
        Assert.False(RevisionDocument.TryParse(Encoding.UTF8.GetBytes(json.Replace("\"erased\":true", "\"erased\":false", StringComparison.Ordinal)), out _, out _));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"code\":1}")]
    [InlineData("[")]
    public void What_is_no_document_is_refused(string json) => Assert.False(RevisionDocument.TryParse(Encoding.UTF8.GetBytes(json), out _, out _));
}
