using Storyprint.Formats.DraftFiles;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Formats.DraftFiles;

/// <summary>
/// How blocks look in a file: as people write them, and guarded only where that would be misread. What <c>MarkdownListReader</c>, <c>MarkdownPictureReader</c> and
/// <c>MarkdownQuotationReader</c> bring back is in <see cref="DraftFileTests"/>.
/// </summary>
public sealed class BlockWriterTests
{
    private static readonly Emphasis Both = Emphasis.Strong | Emphasis.Italic;

    [Fact]
    public void InlineWriter_uses_the_signs_that_people_use() => Assert.Equal(
        "The **ferry *Gull*** runs [again](/news/1125546): H<sub>2</sub>O, `a*b`, <em>so </em>on.",
        Inline(new("The "), new("ferry ", Emphasis.Strong), new("Gull", Both), new(" runs "), new("again", Link: Link("/news/1125546")), new(": H"), new("2", Emphasis.Subscript), new("O, "), new("a*b", Emphasis.Code), new(", "), new("so ", Emphasis.Italic), new("on.")));

    [Theory]
    [InlineData("It costs 5 * 3 < 20 & more – 40 % (so they say).", "It costs 5 \\* 3 < 20 & more – 40 % (so they say).")]
    [InlineData("a_file_name and _this_", "a_file_name and \\_this\\_")]
    [InlineData("1125. That was", "1125\\. That was")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("Stop! Now!", "Stop! Now!")]
    [InlineData("&copy; & <b>", "&#38;copy; & \\<b>")]
    [InlineData("One\n+ two", "One\\\n\\+ two")]
    [InlineData("«می‌شود» کتاب‌ها", "«می‌شود» کتاب‌ها")]
    [InlineData("Table: none", "Table\\: none")]
    public void WordEscapes_leave_ordinary_words_alone_and_guard_signs(string words, string written) => Assert.Equal(written, Inline(new TextRun(words)));

    [Fact]
    public void A_picture_says_mark_before_a_link_is_no_picture() => Assert.Equal("Stop\\![here](/a)", Inline(new("Stop!"), new("here", Link: Link("/a"))));

    [Fact]
    public void InlinePlace_decides_how_a_line_breaks() => Assert.Equal("## One<br>two\n\n| a\\|b<br>c |\n| --- |\n| d |\n\n> One\\\n> two\n>\n> — Ines", Body(
        new Heading(2, RichText.From("One\ntwo")), new Table([RichText.From("a|b\nc")], [[RichText.From("d")]], null), new Quotation([RichText.From("One\ntwo")], "Ines")));

    [Fact]
    public void ColumnSides_and_a_caption_stand_with_their_table() => Assert.Equal("Table: Sailings\n\n| Day | Ferries |\n| :--- | ---: |\n| Monday | 12 |", Body(
        new Table([RichText.From("Day"), RichText.From("Ferries")], [[RichText.From("Monday"), RichText.From("12")]], "Sailings", [ColumnAlignment.Left, ColumnAlignment.Right])));

    [Fact]
    public void Lists_keep_their_numbers_and_stand_apart() => Assert.Equal("3. a\n4. b\n   - c\n5. d\n\n<!-- -->\n\n- e", Body(
        new BulletList(true, [new(0, RichText.From("a"), Number: 3), new(0, RichText.From("b")), new(1, RichText.From("c"), Ordered: false), new(0, RichText.From("d"))]), new BulletList(false, [new(0, RichText.From("e"))])));

    [Fact]
    public void Pull_quotes_embeds_and_breaks_have_forms_of_their_own() => Assert.Equal("> [!pull]\n> It sails.\n>\n> — Ines\n\nEmbed: https://video.example/1\nTitle: The ferry\n\n***", Body(
        new PullQuote(RichText.From("It sails."), "Ines"), new Embed("https://video.example/1", "The ferry"), new ThematicBreak()));

    [Fact]
    public void KnownBlocks_name_what_Markdown_cannot_hold_and_it_stays_where_it_is_moved()
    {
        var deep = new BulletList(false, [new(2, RichText.From("deep"))]);
        var draft = DraftFromContent.Of(Story(RichText.From("One."), deep), BlockId.New);
        var file = DraftFile.Write(Storyprint.Stories.Codes.StoryCode.FromDigits("1125540"), 1, draft);
        Assert.Equal(["deep"], file.Kept);
        var (head, kept) = (file.Text.IndexOf("One.", StringComparison.Ordinal), file.Text.IndexOf("```storyprint", StringComparison.Ordinal));
        var moved = DraftFileTests.Read(file.Text[..head] + file.Text[kept..] + "\n" + file.Text[head..kept], draft);
        Assert.Equal([typeof(BulletList), typeof(Paragraph)], moved.Body.Select(block => block.GetType()));
        Assert.Equal(2, ((BulletList)moved.Body[0]).Items[0].Depth);
    }

    [Fact]
    public void An_empty_paragraph_is_kept_without_a_word() => Assert.Matches("^<!-- storyprint [a-z0-9]+ -->$", Body(new Paragraph(RichText.Empty)));

    [Fact]
    public void SameBlocks_take_nothing_said_of_columns_for_nothing_said() => Assert.True(DraftFile.IsSame(
        Story(new Table([], [[RichText.From("a")]], null, [ColumnAlignment.Unset])), Story(new Table([], [[RichText.From("a")]], null))));

    [Fact]
    public void DraftFileProblem_has_the_line_of_the_file()
    {
        Assert.False(DraftFile.TryRead("---\nstoryprint: 1125540 1\ntitle: A\n---\n\nOne.\n\n<div>", DraftFromContent.Of(Story(), BlockId.New), out _, out DraftFileProblem? problem));
        Assert.Equal(8, problem.Line);
    }

    [Fact]
    public void InlineReader_gives_links_of_an_archive_back_what_they_were()
    {
        var text = new RichText([new TextRun("The "), new TextRun("first", Link: Link("/a"), Was: "0123456789abcdef"), new TextRun(" and "), new TextRun("second", Link: Link("/a"))]);
        var draft = DraftFromContent.Of(Story(new Paragraph(text)), BlockId.New);
        var file = DraftFile.Write(Storyprint.Stories.Codes.StoryCode.FromDigits("1125540"), 1, draft).Text;
        Assert.Equal(["0123456789abcdef", null], Assert.IsType<Paragraph>(Assert.Single(DraftFileTests.Read(file, draft).Body)).Text.Runs.Where(run => run.Link is not null).Select(run => run.Was));
    }

    private static LinkTarget Link(string address) => LinkTarget.TryParse(address, out var link) ? link : throw new ArgumentException(address);

    private static string Inline(params TextRun[] runs) => Body(new Paragraph(new RichText(runs)));

    private static string Body(params Block[] body) => DraftFile.BodyOf(Story(body)).TrimEnd('\n');

    private static StoryContent Story(RichText first, Block second) => Story(new Paragraph(first), second);

    private static StoryContent Story(params Block[] body) => new() { Language = "en", Headline = "The ferry sails", Body = body };
}
