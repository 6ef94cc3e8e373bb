using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories;

public sealed class CanonicalTextTests
{
    private static readonly StoryContent Example = new()
    {
        Language = "en",
        Kicker = "Public buildings",
        Headline = "Three years behind scaffolding, the Harbour Street library opens its doors",
        Standfirst = "A flooded basement closed it. A roof, a lift and eleven thousand letters from readers brought it back.",
        Bylines = ["Ines Calloway"],
        Dateline = "Marlow Bay",
        Body =
        [
            new Paragraph(new RichText([new("The doors of the Har\u00ADbour Street library "), new("stuck", Emphasis.Italic), new(" a little\nat nine on Saturday\u00A0morning, and then they opened. ")])),
            new PullQuote(RichText.From("You do not notice a library closing. You notice, one wet afternoon, that you have nowhere to go."), "Maud Ferrier, reader since 1958"),
            new Picture
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("example picture bytes"))),
                Alt = "Not part of the text",
                Caption = RichText.From("The queue on Harbour Street shortly before nine on Saturday."),
                Credit = "Tomas Reyes",
            },
        ],
        Corrections = [new CorrectionNote("An earlier version of this story said that the new lift carries 16 people. It carries 12.", DateTimeOffset.UnixEpoch)],
        Section = "city",
        Topics = ["Libraries"],
    };

    private static RevisionText V1(StoryContent content) => new(TextVersion.V1, content, "A note that version 1 does not hold.");

    [Fact]
    public void The_worked_example_of_the_specification_holds_to_the_byte()
    {
        var text = CanonicalText.Create(V1(Example));
        Assert.Equal(818, Encoding.UTF8.GetByteCount(text));
        Assert.Equal("812162e2840c56244b2862cda94e38f526e5fcf6b347879fd15a0a8c36e03216", Convert.ToHexStringLower(CanonicalText.Digest(V1(Example))));
    }

    [Fact]
    public void Stored_content_has_the_same_digest_when_it_is_read_again() =>
        Assert.Equal(CanonicalText.Digest(V1(Example)), CanonicalText.Digest(V1(StoryJson.Read(StoryJson.Write(Example)))));

    [Fact]
    public void Every_kind_of_block_has_its_tag()
    {
        var content = new StoryContent
        {
            Language = "en",
            Headline = "H",
            Body =
            [
                new Heading(2, RichText.From("What is new")),
                new Quotation([RichText.From("One."), RichText.From("Two.")], "Josef Marrable"),
                new BulletList(true, [new ListItem(0, RichText.From("first")), new ListItem(1, RichText.From("inner"))]),
                new Table([RichText.From("Day"), RichText.From("Tide")], [[RichText.From("Monday"), RichText.Empty], [RichText.Empty, RichText.Empty]], "Tides"),
                new Embed("https://video.example/1", null),
                new Picture { Address = "https://pictures.example/a.jpg" },
                new Paragraph(RichText.From("  ")),
            ],
        };
        Assert.Equal(
            """
            storyprint/text/v1
            lang: en
            headline: H
            heading: What is new
            quote: One.
            quote: Two.
            quoted: Josef Marrable
            item: first
            item: inner
            caption: Tides
            row: Day | Tide
            row: Monday |
            embed: https://video.example/1
            embed: https://pictures.example/a.jpg

            """.ReplaceLineEndings("\n"),
            CanonicalText.Create(V1(content)));
    }

    [Theory]
    [InlineData("a \u00AD b", "a b")]
    [InlineData("e\u0301", "é")]
    [InlineData("می\u200Cشود", "می\u200Cشود")]
    [InlineData("\u200Fعربی\u200F", "\u200Fعربی\u200F")]
    [InlineData("\uFEFF\t x\u3000y \u2009\u202F z\r\n", "x y z")]
    public void A_line_is_folded_as_specified_and_stays_so(string text, string expected)
    {
        Assert.Equal(expected, CanonicalLine.Normalize(text));
        Assert.Equal(expected, CanonicalLine.Normalize(CanonicalLine.Normalize(text)));
    }

    [Fact]
    public void An_unassigned_code_point_is_named() =>
        Assert.Equal("U+0378", CanonicalText.FirstUnassigned(new StoryContent { Language = "en", Headline = "A\u0378" }));

    [Fact]
    public void Assigned_text_of_many_scripts_is_accepted() =>
        Assert.Null(CanonicalText.FirstUnassigned(new StoryContent { Language = "fa", Headline = "کتاب‌ها 図書館 Ελλάδα 😀" }));
}
