using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Merging;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts.Merging;

/// <summary>
/// Which blocks are there and where: <see cref="Survivors"/>, <see cref="Parents"/>, <see cref="SplitGroups"/> with <see cref="SplitGroup"/>, <see cref="Joins"/>,
/// <see cref="MergedTree"/>, <see cref="BlockMerge"/> and <see cref="DraftRepair"/>.
/// </summary>
public sealed class BlockStructureTests
{
    // b1 list (b2, b3), b4 table (columns b5 b6, head b7, rows b8 b9), b10 paragraph.
    private static readonly StoryDraft Before = From(Story(
        new BulletList(false, [new ListItem(0, RichText.From("rope")), new ListItem(0, RichText.From("bell"))]),
        new Table([RichText.From("Day"), RichText.From("Ferries")], [[RichText.From("Monday"), RichText.From("12")], [RichText.From("Tuesday"), RichText.From("14")]], null),
        new Paragraph(RichText.From("End."))));

    private static readonly string Rest = "<Day / Ferries · Monday / 12 · Tuesday / 14> ¶ End.";

    [Fact]
    public void A_list_that_one_took_apart_lets_a_new_item_go_with_its_neighbours() => AssertMerged(
        $"rope ¶ lamp ¶ bell ¶ {Rest}", Unwrapped(), Before.With("b2", item => item).Replaced(Id("b2"), item => [item, New("n", BlockKind.Item, "lamp")]));

    [Fact]
    public void A_list_that_one_removed_stays_with_the_item_that_another_changed() =>
        AssertMerged($"{{<new rope · bell>}} ¶ {Rest}", Before.Without("b1"), Before.Text("b2", "new rope"));

    [Fact]
    public void An_item_that_one_removed_and_another_indented_is_a_choice() =>
        AssertMerged($"<rope · {{bell}}> ¶ {Rest}", Before.Without("b3"), Before.With("b3", item => item with { Values = item.Values.With("depth", "1") }));

    [Fact]
    public void Cells_rows_and_columns_of_both_come_together() => AssertMerged(
        "<rope · bell> ¶ <Day / Ferries · Wednesday / 9 · Monday / 13 · Tuesday / 15> ¶ End.",
        Before.With("b8", row => row.Said("13", "b6")).Replaced(Id("b8"), row => [New("n", BlockKind.Row, "") with { Texts = NamedValues.Of("b5", DraftText.From("Wednesday")).With("b6", DraftText.From("9")) }, row]),
        Before.With("b9", row => row.Said("15", "b6")));

    [Fact]
    public void A_column_that_one_removed_goes_and_stays_where_another_wrote_in_it()
    {
        var gone = Before.Column(Before.Find("b4"), isMore: false, Id("x"));
        AssertMerged("<rope · bell> ¶ <Ferries · 12 · 14> ¶ The end.", gone, Before.Text("b10", "The end."));
        AssertMerged("<rope · bell> ¶ <Day / Ferries · Sunday / 12 · Tuesday / 14> ¶ End.", gone, Before.With("b8", row => row.Said("Sunday", "b5")));
        Assert.Equal(Ines, Merged(Before, gone, Before.With("b8", row => row.Said("Sunday", "b5"))).Find("b5").Removal);
    }

    [Fact]
    public void An_item_of_a_list_that_became_a_quotation_becomes_a_passage() => AssertMerged(
        $"<rope · bell · lamp> ¶ {Rest}",
        Before.With("b1", list => list with { Kind = BlockKind.Quotation, Values = NamedValues.Empty<string>(), Blocks = [.. list.Blocks.Select(item => item with { Kind = BlockKind.Passage, Values = NamedValues.Empty<string>() })] }),
        Before.Replaced(Id("b3"), item => [item, New("n", BlockKind.Item, "lamp")]));

    [Fact]
    public void Words_of_a_text_that_its_block_no_longer_has_become_a_paragraph()
    {
        var quote = From(Story(new PullQuote(RichText.From("At last."), "Maud")));
        var merged = Merged(quote, quote.With("b1", block => block with { Kind = BlockKind.Paragraph, Texts = block.Texts.Without("speaker") }), quote.With("b1", block => block.Said("Maud Ferrier", "speaker")));
        Assert.Equal("At last. ¶ [|Maud Ferrier]", merged.Shown());
        Assert.Null(DraftRules.Problem(merged));
    }

    [Fact]
    public void Headlines_bylines_topics_and_the_section_are_merged_too()
    {
        var full = From(DraftContentExamples.Full);
        var ours = full.With("story", root => root.Said("The new bridge opens in May", "headline") with { Values = root.Values.With("section", "sea") });
        var theirs = full.With("story", root => root.Said("The bridge opens in June", "headline")).With("b1", byline => byline.Said("Ines M. Calloway"));
        var content = DraftContent.Of(Merged(full, ours, theirs))!;
        Assert.Equal(("The new bridge opens in June", "sea", "Ines M. Calloway"), (content.Headline, content.Section, content.Bylines[0]));
    }

    [Fact]
    public void The_index_of_a_draft_refuses_an_identity_that_stands_twice() =>
        Assert.Throws<ArgumentException>(() => new DraftIndex(Before.InsertedAfter("b1", Before.Find("b10"))));

    private static StoryDraft Unwrapped() => Before.Replaced(Id("b1"), list => list.Blocks.Select(item => item with { Kind = BlockKind.Paragraph, Values = NamedValues.Empty<string>() }));

    private static void AssertMerged(string expected, StoryDraft ours, StoryDraft theirs)
    {
        var merged = Merged(Before, ours, theirs);
        Assert.Null(DraftRules.Problem(merged));
        Assert.Equal(expected, merged.Shown());
        Assert.Equal(expected, Merged(Before, theirs, ours).Shown());
    }
}
