using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Provenance;

namespace Storyprint.Tests.Stories;

public sealed class CanonicalTextV2Tests
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
            new Paragraph(new RichText(
            [
                new("The doors of the Har\u00ADbour Street library "), new("stuck", Emphasis.Italic), new(" a little\nat nine on Saturday\u00A0morning, and then they opened on 10"),
                new("6", Emphasis.Superscript), new("\u00AD ", Emphasis.Superscript), new("books. "),
            ])),
            new PullQuote(RichText.From("You do not notice a library closing. You notice, one wet afternoon, that you have nowhere to go."), "Maud Ferrier, reader since 1958"),
            new BulletList(true, [new ListItem(0, RichText.From("A roof")), new ListItem(0, RichText.From("A lift")), new ListItem(1, RichText.From("with room for 12 people"))]),
            new Table(
                [RichText.From("Day"), RichText.From("Hours")],
                [[RichText.From("Monday | Tuesday"), RichText.From("9 to 18")], [RichText.From("Sunday"), RichText.Empty]], "Opening hours"),
            new Picture
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("example picture bytes"))),
                Alt = "A queue of some forty people in the rain",
                Caption = RichText.From("The queue on Harbour Street shortly before nine on Saturday."),
                Credit = "Tomas Reyes",
            },
        ],
        Corrections =
        [
            new CorrectionNote("An earlier version of this story said that the new lift carries 16 people. It carries 12.", DateTimeOffset.UnixEpoch)
            {
                Said = "16 people",
                Says = "12 people",
                FoundBy = "a reader",
            },
        ],
        Section = "city",
        Topics = ["Libraries"],
    };

    [Fact]
    public void The_worked_example_of_the_description_holds_to_the_byte() => Assert.Equal(
        Encoding.UTF8.GetString(WorkedExample.CanonicalTextV2), CanonicalText.Create(RevisionText.New(Example)));

    private static (string What, Func<StoryContent, StoryContent> Make)[] Changes =>
    [
        ("10⁶ and 106", story => story with { Body = [new Paragraph(RichText.From("106"))] }),
        ("10⁶ and 10₆", story => story with { Body = [new Paragraph(new RichText([new("10"), new("6", Emphasis.Subscript)]))] }),
        ("words that look like the sign", story => story with { Body = [new Paragraph(RichText.From("10^{6}"))] }),
        ("the section", story => story with { Section = "country" }),
        ("a topic", story => story with { Topics = ["Bells"] }),
        ("the kind of a list", story => story with { Body = [Items(false, 0, 0)] }),
        ("the depth of an item", story => story with { Body = [Items(true, 0, 1)] }),
        ("where the numbers of a list begin", story => story with { Body = [Numbered(5, null)] }),
        ("where others begin", story => story with { Body = [Numbered(6, null)] }),
        ("a number that is skipped", story => story with { Body = [Numbered(null, 5)] }),
        ("where cells part", story => story with { Body = [Row("a", "b | c")] }),
        ("where other cells part", story => story with { Body = [Row("a | b", "c")] }),
        ("an ordinary row", story => story with { Body = [Row("a", "b", "c")] }),
        ("a head row", story => story with { Body = [new Table([RichText.From("a"), RichText.From("b"), RichText.From("c")], [], null)] }),
        ("what a picture shows", story => story with { Body = [new Picture { Hash = "00", Alt = "A bell" }] }),
        ("its caption", story => story with { Body = [new Picture { Hash = "00", Caption = RichText.From("A bell") }] }),
        ("an embed", story => story with { Body = [new Embed("https://a.example/", "A bell")] }),
        ("its title", story => story with { Body = [new Embed("https://a.example/", "A gong")] }),
        ("what was said", story => story with { Corrections = [new CorrectionNote("Mended.", default) { Said = "16" }] }),
        ("what it says", story => story with { Corrections = [new CorrectionNote("Mended.", default) { Says = "16" }] }),
    ];

    private static StoryContent Plain => new() { Language = "en", Headline = "H", Body = [new Paragraph(new RichText([new("10"), new("6", Emphasis.Superscript)]))], Section = "city" };

    [Fact]
    public void What_readers_can_tell_apart_has_another_text()
    {
        string[] texts = [.. Changes.Select(change => change.Make(Plain)).Prepend(Plain).Select(content => CanonicalText.Create(RevisionText.New(content)))];
        Assert.Equal(texts.Length, texts.Distinct().Count());
    }

    [Fact]
    public void The_note_of_a_release_is_a_line_and_version_1_has_none()
    {
        Assert.Contains("\nnote: The ferry runs \\| again.\n", CanonicalText.Create(RevisionText.New(Plain, "The ferry runs | again.")), StringComparison.Ordinal);
        Assert.Equal("storyprint/text/v1\nlang: en\nheadline: H\ntext: 106\n", CanonicalText.Create(new RevisionText(TextVersion.V1, Plain, "What is new.")));
    }

    [Theory]
    [InlineData("10", "6", " km", "10^{6} km")]
    [InlineData("10 ", " 6 ", "km", "10 ^{6} km")]
    [InlineData("", "\u00AD", "a", "a")]
    [InlineData("{", "}", "|\\", "\\{^{\\}}\\|\\\\")]
    public void Where_a_run_ends_makes_no_difference_but_to_what_is_raised(string before, string raised, string after, string expected) =>
        Assert.Equal(expected, CanonicalMarkup.Write(new RichText([new(before), new(raised, Emphasis.Superscript), new(after)])));

    [Theory]
    [InlineData("10^{6} and CO_{2}", "10⁶ and CO₂")]
    [InlineData("e^{x}", "e^x")]
    [InlineData("a \\| b | c", "a | b | c")]
    public void A_line_is_shown_to_people_without_its_signs(string line, string shown) => Assert.Equal(shown, CanonicalMarkup.Shown(line));

    private static BulletList Items(bool ordered, params int[] depths) => new(ordered, [.. depths.Select(depth => new ListItem(depth, RichText.From("a")))]);

    private static BulletList Numbered(params int?[] numbers) => new(true, [.. numbers.Select(number => new ListItem(0, RichText.From("a"), null, number))]);

    private static Table Row(params string[] cells) => new([], [[.. cells.Select(RichText.From)]], null);
}
