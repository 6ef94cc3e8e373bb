using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
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
        Label = StoryLabel.Analysis,
        SearchHeadline = "North bridge opening date",
        SocialHeadline = "Only a month to wait for the bridge",
        PaperHeadline = "Bridge opens in May",
        ContentWarning = "Pictures show a drop of forty metres.",
        Sources = new RichText([new("The harbour office, letter of 3 March\nThe "), new("tide table", Emphasis.Italic)]),
        Made = DigitalSourceType.HumanEdits,
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
            new FactBox("The bridge in figures", [new FactLine(RichText.From("It was built in 1911.")), new FactLine(RichText.From("214 metres long"), IsItem: true)]),
            new Gallery(
                [
                    new Picture { Hash = new string('e', 64), Width = 1600, Height = 900, Alt = "The deck", Caption = RichText.From("The deck in spring"), Made = DigitalSourceType.DigitalCapture },
                    new Picture { Address = "https://pictures.example/tower.jpg", Alt = "A tower" },
                ],
                RichText.From("The bridge from all sides")),
            new MediaFile
            {
                Kind = MediaKind.Video,
                File = new StoredFile(new string('b', 64), "bridge.mp4", "video/mp4", 2_400_000),
                Title = "The last rivet",
                Caption = RichText.From("It took a minute."),
                Credit = "Tomas Reyes",
                Transcript = RichText.From("A hammer strikes.\nPeople clap."),
                Seconds = 65,
                Poster = new Poster(new string('d', 64), 1280, 720),
                Made = DigitalSourceType.DigitalCapture,
            },
            new DocumentFile(new StoredFile(new string('c', 64), "plan.pdf", "application/pdf", 48_213), null, "The plan of 1911"),
            new QuestionAndAnswer(RichText.From("Will it hold?"), [RichText.From("It will."), RichText.From("For a hundred years.")]),
            new RelatedStories([new RelatedStory(StoryCode.FromDigits("1125540"), "The library opens")]),
            new CorrectionOf(StoryCode.FromDigits("1125540"), "The library, which does not stand on the bridge"),
            new Paragraph(RichText.From("The ferry sails until then.")),
        ],
    };
}
