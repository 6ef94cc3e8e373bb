using Storyprint.Stories;
using Storyprint.Stories.Body;
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
