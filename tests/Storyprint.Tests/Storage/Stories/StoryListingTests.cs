using System.Text;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;

namespace Storyprint.Tests.Storage.Stories;

public sealed class StoryListingTests
{
    private static readonly string Hash = new('a', 64);

    private static readonly StoryContent Content = new()
    {
        Language = "en",
        Headline = "Library opens",
        Section = "city",
        Topics = ["Libraries"],
        Bylines = ["Maud Ferrier"],
        Body = [new Picture { Hash = Hash }, new Paragraph(RichText.From("It opened.")), new Picture { Hash = Hash }, new Picture { Address = "https://elsewhere.example/x.png" }],
    };

    [Fact]
    public void A_listing_holds_what_lists_show_and_each_stored_picture_once()
    {
        var listing = StoryListing.From(Content);
        Assert.Equal(("Library opens", "city"), (listing.Headline, listing.Section));
        Assert.Equal([Hash], listing.Pictures);
        Assert.Equal(Hash, listing.LeadPicture?.Hash);
    }

    [Fact]
    public void Another_content_has_the_same_places_in_lists_where_section_topics_authors_and_language_are_the_same()
    {
        var listing = StoryListing.From(Content);
        Assert.True(listing.HasPlacesOf(Content with { Headline = "Other" }));
        Assert.False(listing.HasPlacesOf(Content with { Topics = ["libraries"] }));
        Assert.False(listing.HasPlacesOf(Content with { Bylines = [] }));
        Assert.False(listing.HasPlacesOf(Content with { Section = "sea" }));
    }

    [Fact]
    public void StoredTextForms_are_json_digest_and_search_row_of_one_text()
    {
        var text = RevisionText.New(Content, "It opened at nine.");
        var forms = StoredTextForms.From(text);
        Assert.Equal(CanonicalText.Digest(text), forms.Digest);
        Assert.Equal(Content.Headline, StoryJson.Read(Encoding.UTF8.GetString(forms.Json.Bytes)).Headline);
        Assert.NotEqual(forms.Digest, StoredTextForms.From(RevisionText.New(Content)).Digest);
    }
}
