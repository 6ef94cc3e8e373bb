using CsCheck;
using Storyprint.Formats.DraftFiles;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Tests.Stories.Drafts;

namespace Storyprint.Tests.Formats.DraftFiles;

/// <summary>A draft as Markdown and back: <c>DraftFile</c>, with <c>DraftFileHead</c>, <c>BodyWriter</c> and <c>BodyReader</c> inside it.</summary>
public sealed class DraftFileTests
{
    private static readonly StoryCode Code = StoryCode.FromDigits("1125540");

    [Fact]
    public void Whatever_a_story_holds_comes_back_from_its_file() => GeneratedContent.Stories.Sample(content =>
    {
        var draft = DraftFromContent.Of(content, BlockId.New);
        AssertSame(DraftContent.Preview(draft), Read(DraftFile.Write(Code, 12, draft).Text, draft));
    });

    /// <summary>What newsrooms write: none of it needs a block that is only named, each way of writing it can be changed by hand.</summary>
    [Fact]
    public void What_Markdown_can_hold_stands_in_the_file_in_full() => OrdinaryStories.All.Sample(content =>
    {
        var draft = DraftFromContent.Of(content, BlockId.New);
        var file = DraftFile.Write(Code, 12, draft);
        Assert.Empty(file.Kept);
        Assert.DoesNotContain(draft.Body, block => file.Text.Contains(block.Id.Value, StringComparison.Ordinal));
        AssertSame(DraftContent.Preview(draft), Read(file.Text, draft));
    });

    [Fact]
    public void A_file_says_of_which_story_and_version_it_was_made()
    {
        Assert.True(DraftFile.TryReadOrigin(DraftFile.Write(Code, 12, DraftFromContent.Of(Story(), BlockId.New)).Text, out var origin, out _));
        Assert.Equal((Code, 12), origin);
    }

    [Theory]
    [InlineData("Words.", 1, "no fields")]
    [InlineData("---\ntitle: A\n---\nWords.", 0, "storyprint: 1125540 12")]
    [InlineData("---\nstoryprint: 1125540\ntitle: A\n---\nWords.", 0, "version")]
    [InlineData("---\nstoryprint: 1125540 12\n---\nWords.", 0, "title")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\nstandfrist: B\n---\nWords.", 0, "standfrist")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\nauthors: [[a]]\n---\nWords.", 0, "authors")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A: B\n---\nWords.", 3, "line 3")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n[here](javascript:alert(1))", 5, "javascript:")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\nWords.\n\n<script>alert(1)</script>", 7, "HTML")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\nSome <u>words</u>.", 5, "<u>")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\nSee ![a boat](boat.jpg) here.", 5, "picture")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n![a boat](picture:0123456789ab)", 5, "picture:0123456789ab")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n![a boat](boat.jpg)\nFocus: left", 5, "0.5 0.25")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n> # Heading", 5, "quotation")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n- a\n\n      code\n", 7, "list")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\nEmbed: nowhere", 5, "nowhere")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n```storyprint nobody\n```", 5, "nobody")]
    [InlineData("---\nstoryprint: 1125540 12\ntitle: A\n---\n[a](/b \"title\")", 5, "title")]
    public void What_nobody_could_have_meant_is_refused_with_its_line(string text, int line, string said)
    {
        var draft = DraftFromContent.Of(Story(), BlockId.New);
        Assert.False(DraftFile.TryRead(text, draft, out _, out var problem));
        Assert.Contains(said, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Endless_nesting_is_refused_and_harms_nothing()
    {
        var draft = DraftFromContent.Of(Story(), BlockId.New);
        Assert.False(DraftFile.TryRead($"---\nstoryprint: 1125540 12\ntitle: A\n---\n{new string('>', 20_000)} a", draft, out _, out _));
    }

    [Theory]
    [InlineData("One\r\nline.\r\n\r\nAnother.", "One line.|Another.")]
    [InlineData("# Big\n\n#### Small", "Big|Small")]
    [InlineData("`code` and *it* and __strong__ and H<sub>2</sub>O", "code and it and strong and H2O")]
    [InlineData("<!-- a remark -->\n\nWords.", "Words.")]
    [InlineData("1. a\n2. b\n   - c", "a b c")]
    public void People_write_Markdown_in_their_own_way(string body, string words) => Assert.Equal(words, string.Join('|', Body(body).Select(block => string.Join(' ', block.Texts))));

    [Fact]
    public void Alternative_text_caption_and_credit_of_a_picture_are_written_by_hand()
    {
        var picture = new Picture { Hash = new string('a', 64), Width = 1600, Height = 900 };
        var draft = DraftFromContent.Of(Story(picture), BlockId.New);
        var file = DraftFile.Write(Code, 12, draft).Text;
        Assert.Contains("![](picture:aaaaaaaaaaaa)\nCaption:\nCredit:", file, StringComparison.Ordinal);
        var changed = file.Replace("![](picture:aaaaaaaaaaaa)\nCaption:\nCredit:", "![A ferry at the quay](picture:aaaaaaaaaaaa)\nCaption: The ferry *Gull*,\nmoored.\nCredit: Ines", StringComparison.Ordinal);
        var read = Assert.IsType<Picture>(Assert.Single(Read(changed, draft).Body));
        Assert.Equal((picture.Hash, "A ferry at the quay", "The ferry Gull, moored.", "Ines"), (read.Hash, read.Alt, read.Caption.Plain, read.Credit));
        Assert.Equal("Gull", read.Caption.Runs.Single(run => run.Emphasis == Emphasis.Italic).Text);
    }

    [Fact]
    public void A_new_picture_is_named_by_its_file() => Assert.Equal("boat.jpg", Assert.IsType<Picture>(Assert.Single(Body("![A boat](boat.jpg)"))).Address);

    internal static StoryContent Read(string text, StoryDraft draft)
    {
        Assert.True(DraftFile.TryRead(text, draft, out var content, out var problem), $"{problem}\n{text}");
        return content;
    }

    private static IReadOnlyList<Block> Body(string body) => Read($"---\nstoryprint: 1125540 12\ntitle: A\n---\n{body}", DraftFromContent.Of(Story(), BlockId.New)).Body;

    private static StoryContent Story(params Block[] body) => new() { Language = "en", Headline = "The ferry sails", Body = body };

    private static void AssertSame(StoryContent expected, StoryContent read)
    {
        if (!DraftFile.IsSame(expected, read))
        {
            Assert.Fail($"{StoryJson.Write(expected)}\n{StoryJson.Write(read)}\n{DraftFile.BodyOf(expected)}");
        }
    }
}
