using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories.Drafts;

internal static class DraftContentExamples
{
    /// <summary>A story with everything in it.</summary>
    public static StoryContent Full { get; } = new()
    {
        Language = "en",
        Kicker = "Harbour",
        Headline = "The bridge opens in May",
        Standfirst = "Repairs are nearly done.",
        Bylines = ["Ines Calloway", "Jens Holm"],
        Dateline = "Marlow Bay",
        Section = "city",
        Topics = ["Bridges", "Ferries"],
        Corrections = [new CorrectionNote("It said June. It is May.", DateTimeOffset.UnixEpoch) { Said = "June", Says = "May", FoundBy = "a reader" }],
        Body =
        [
            new Paragraph(new RichText([new("The mayor said the bridge will "), new("open", Emphasis.Strong), new(" in May after repairs.")])),
            new Heading(2, RichText.From("What was done")),
            new BulletList(true, [new ListItem(0, RichText.From("new cables")), new ListItem(1, RichText.From("of steel"), false), new ListItem(0, RichText.From("new lamps"))]),
            new Table([RichText.From("Day"), RichText.From("Ferries")], [[RichText.From("Monday"), RichText.From("12")], [RichText.From("Tuesday"), RichText.From("14")]], "Sailings", [ColumnAlignment.Left, ColumnAlignment.Right]),
            new Quotation([RichText.From("At last."), RichText.From("We waited for it.")], "Maud Ferrier"),
            new PullQuote(RichText.From("We waited for it."), "Maud Ferrier"),
            new Picture { Hash = new string('a', 64), Width = 1600, Height = 900, Alt = "A bridge", Caption = RichText.From("The bridge"), Credit = "Tomas Reyes" },
            new Embed("https://video.example/1", "A film"),
            new ThematicBreak(),
            new Paragraph(RichText.From("The ferry sails until then.")),
        ],
    };
}
