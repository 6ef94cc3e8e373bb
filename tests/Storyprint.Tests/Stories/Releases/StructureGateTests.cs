using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases.Gate;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories.Releases;

public sealed class StructureGateTests
{
    [Fact]
    public void A_number_moved_to_another_cell_is_found() =>
        Assert.NotEmpty(Asked(Table(["Harbour", "12", ""]), Table(["Harbour", "", "12"])));

    [Fact]
    public void A_row_moved_is_found() =>
        Assert.NotEmpty(Asked(Table(["Ann", "1"], ["Bob", "2"]), Table(["Bob", "2"], ["Ann", "1"])));

    [Fact]
    public void A_head_row_that_becomes_a_row_is_found() => Assert.NotEmpty(Asked(
        new Table([RichText.From("Won")], [[RichText.From("12")]], null), new Table([], [[RichText.From("Won")], [RichText.From("12")]], null)));

    [Fact]
    public void Only_the_dress_of_a_cell_is_free() => Assert.Empty(Asked(Table(["It's", "12000"]), Table(["It’s", "12,000"])));

    [Fact]
    public void Items_in_another_order_or_depth_or_sort_of_list_are_found()
    {
        var list = List(true, (0, "Ann"), (0, "Bob"));
        Assert.NotEmpty(Asked(list, List(true, (0, "Bob"), (0, "Ann"))));
        Assert.NotEmpty(Asked(list, List(true, (0, "Ann"), (1, "Bob"))));
        Assert.NotEmpty(Asked(list, List(false, (0, "Ann"), (0, "Bob"))));
        Assert.NotEmpty(HonestGate.Compare(Story(list), Story(List(true, (0, "Ann")), List(true, (0, "Bob")))).Asked);
        Assert.NotEmpty(Asked(list, list with { Items = [list.Items[0] with { Number = 5 }, list.Items[1]] }));
    }

    [Fact]
    public void A_raised_or_lowered_figure_is_another_number()
    {
        var power = Runs(("It holds 10", Emphasis.None), ("6", Emphasis.Superscript), (" litres.", Emphasis.None));
        Assert.NotEmpty(Asked(power, Runs(("It holds 106 litres.", Emphasis.None))));
        Assert.NotEmpty(Asked(power, Runs(("It holds 10", Emphasis.None), ("6", Emphasis.Subscript), (" litres.", Emphasis.None))));
        Assert.Contains(Asked(power, Runs(("It holds 106 litres.", Emphasis.None))), finding => finding.Kind == GateFindingKind.Number && finding.Before.Contains('^'));
    }

    [Fact]
    public void Alternative_text_caption_and_credit_are_found()
    {
        var picture = new Picture { Hash = "00", Alt = "A blue boat", Caption = RichText.From("At the quay"), Credit = "Ida Holm" };
        Assert.NotEmpty(Asked(picture, picture with { Alt = "A red boat" }));
        Assert.NotEmpty(Asked(picture, picture with { Caption = RichText.From("At the pier") }));
        Assert.Equal([GateFindingKind.Name], Asked(picture, picture with { Credit = "Ada Holm" }).Select(finding => finding.Kind));
    }

    [Fact]
    public void Labels_sources_warnings_and_ways_of_making_are_found_and_a_title_for_search_asks_nothing()
    {
        var before = Story(new Paragraph(RichText.From("It opened.")));
        Assert.Equal([GateFindingKind.Label], Kinds(before, before with { Label = StoryLabel.Opinion }));
        Assert.Equal([GateFindingKind.Made], Kinds(before, before with { Made = DigitalSourceType.TrainedAlgorithmicMedia }));
        Assert.Equal([GateFindingKind.Words], Kinds(before with { Sources = RichText.From("The mayor") }, before with { Sources = RichText.From("The mayor\nThe harbour office") }));
        Assert.NotEmpty(Kinds(before, before with { ContentWarning = "A drop." }));
        Assert.NotEmpty(Kinds(before with { PaperHeadline = "12 boats" }, before with { PaperHeadline = "13 boats" }));
        Assert.NotEmpty(Kinds(before with { SocialHeadline = "12 boats" }, before with { SocialHeadline = "13 boats" }));
        Assert.Empty(Kinds(before with { SearchHeadline = "12 boats" }, before with { SearchHeadline = "13 boats" }));
    }

    [Fact]
    public void Words_and_files_of_the_later_kinds_are_found()
    {
        var box = new FactBox("Figures", [new FactLine(RichText.From("12 boats"), IsItem: true)]);
        Assert.Equal([GateFindingKind.Number], Asked(box, box with { Lines = [new FactLine(RichText.From("13 boats"), IsItem: true)] }).Select(finding => finding.Kind));
        var media = new MediaFile { File = new StoredFile("aa", "a.mp3", "audio/mpeg", 1), Title = "Bells", Transcript = RichText.From("Twelve strokes.") };
        Assert.Contains(Asked(media, media with { File = media.File with { Hash = "bb" } }), finding => finding.Kind == GateFindingKind.Picture);
        Assert.NotEmpty(Asked(media, media with { Transcript = RichText.From("Thirteen strokes.") }));
        var document = new DocumentFile(media.File, null, "Plan");
        Assert.Contains(Asked(document, document with { File = media.File with { Hash = "bb" } }), finding => finding.Kind == GateFindingKind.Picture);
        Assert.NotEmpty(Asked(new QuestionAndAnswer(RichText.From("Will it?"), [RichText.From("It will.")]), new QuestionAndAnswer(RichText.From("Will it?"), [RichText.From("It will not.")])));
        var (one, other) = (StoryCode.FromDigits("1125540"), StoryCode.FromDigits("5724"));
        Assert.Contains(Asked(new RelatedStories([new RelatedStory(one, "Library")]), new RelatedStories([new RelatedStory(other, "Library")])), finding => finding.Kind == GateFindingKind.Link);
        Assert.Contains(Asked(new CorrectionOf(one, "Library"), new CorrectionOf(other, "Library")), finding => finding.Kind == GateFindingKind.Link);
        var gallery = new Gallery([new Picture { Hash = "00", Alt = "A blue boat" }], RichText.Empty);
        Assert.NotEmpty(Asked(gallery, gallery with { Pictures = [gallery.Pictures[0] with { Alt = "A red boat" }] }));
        Assert.Empty(Asked(gallery.Pictures[0], gallery));
    }

    private static IEnumerable<GateFindingKind> Kinds(StoryContent before, StoryContent after) => HonestGate.Compare(before, after).Asked.Select(finding => finding.Kind);

    [Fact]
    public void A_link_behind_another_word_is_found()
    {
        Assert.True(LinkTarget.TryParse("https://one.example/", out var target));
        Assert.Equal([GateFindingKind.Link], Asked(
            new Paragraph(new RichText([new TextRun("Ann", Link: target), new TextRun(" and Bob")])),
            new Paragraph(new RichText([new TextRun("Ann and "), new TextRun("Bob", Link: target)]))).Select(finding => finding.Kind));
    }

    [Fact]
    public void Blocks_in_another_order_and_of_another_sort_are_found()
    {
        Block one = new Paragraph(RichText.From("First came this.")), other = new Paragraph(RichText.From("Then came that."));
        Assert.NotEmpty(HonestGate.Compare(Story(one, other), Story(other, one)).Asked);
        Assert.NotEmpty(Asked(one, new Quotation([RichText.From("First came this.")], null)));
        Assert.NotEmpty(HonestGate.Compare(Story(one, new Embed("https://one.example/", null)), Story(new Embed("https://one.example/", null), one)).Asked);
        Assert.NotEmpty(Asked(one, new Heading(2, RichText.From("First came this."))));
    }

    [Fact]
    public void Label_standfirst_dateline_and_headline_ask_for_a_note_for_every_other_word()
    {
        var story = Content with { Kicker = "News", Standfirst = "It rained.", Dateline = "Harbour" };
        Assert.NotEmpty(HonestGate.Compare(story, story with { Kicker = "Opinion" }).Asked);
        Assert.NotEmpty(HonestGate.Compare(story, story with { Kicker = "" }).Asked);
        Assert.NotEmpty(HonestGate.Compare(story, story with { Standfirst = "It snowed." }).Asked);
        Assert.NotEmpty(HonestGate.Compare(story, story with { Dateline = "Harbor" }).Asked);
        Assert.NotEmpty(HonestGate.Compare(story, story with { Headline = "the library opens its doors" }).Asked);
        Assert.NotEmpty(HonestGate.Compare(story, story with { Bylines = ["Ines Calloway", "Ada Quell"] }).Asked);
    }

    [Fact]
    public void Every_changed_word_is_told_though_it_is_free() => Assert.Equal(
        [new GateFinding(GateFindingKind.Typography, "cafe", "café")],
        HonestGate.Compare(StoryOf("The cafe is open."), StoryOf("The café is open.")).Findings);

    private static IReadOnlyList<GateFinding> Asked(Block before, Block after) => HonestGate.Compare(Story(before), Story(after)).Asked;

    private static StoryContent Story(params Block[] body) => Content with { Body = body };

    private static Table Table(params string[][] rows) =>
        new([RichText.From("Team"), RichText.From("Won"), RichText.From("Lost")], [.. rows.Select(row => row.Select(RichText.From).ToArray())], null);

    private static BulletList List(bool ordered, params (int Depth, string Text)[] items) =>
        new(ordered, [.. items.Select(item => new ListItem(item.Depth, RichText.From(item.Text)))]);

    private static Paragraph Runs(params (string Text, Emphasis Emphasis)[] runs) => new(new RichText([.. runs.Select(run => new TextRun(run.Text, run.Emphasis))]));
}
