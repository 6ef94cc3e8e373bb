using Storyprint.Newsroom.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Formats;
using Storyprint.Tests.NewsroomPages;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Newsroom.Drafts;

/// <summary>A draft is changed in a file while others write in the editor: <c>EditDraftFile</c>, its <c>DraftFileOutcome</c>, and <c>DraftPictures</c>.</summary>
public class EditDraftFileTests : IAsyncLifetime
{
    public sealed class OnPostgres : EditDraftFileTests, IOnPostgres;

    private readonly TrialFolder folder = new();
    private SmallInstallation small = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftJournal Journal { get; set; } = null!;

    private EditDraftFile Edit { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        code = await NewsroomDrafts.AddAsync(small, "The harbour gates", "The gates open on Monday.\n\nThe ferry waits until noon.\n\nNobody knows why.");
        var stores = small.Installation.Stores;
        (Journal, Edit) = (stores.DraftJournal, new EditDraftFile(stores, small.Installation.Publication));
    }

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_others_wrote_meanwhile_stays_and_every_block_keeps_its_identity()
    {
        var before = await OpenAsync();
        var path = await WriteAsync();
        await WriteElsewhereAsync("until noon", "until one");
        var taken = await TakenInAsync(path, text => text.Replace("on Monday", "on Tuesday", StringComparison.Ordinal).Replace("Nobody knows why.", "Nobody knows why.\n\nA word more.", StringComparison.Ordinal));
        Assert.Equal(["Ines"], taken.By);
        Assert.Equal("The gates open on Tuesday.|The ferry waits until one.|Nobody knows why.|A word more.", await WordsAsync());
        Assert.Equal(before.Draft.Body.Select(block => block.Id), (await OpenAsync()).Draft.Body.Take(3).Select(block => block.Id));
        Assert.Contains("until one", taken.File!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_changed_differently_is_to_be_chosen_in_the_editor_and_no_file_is_made_before()
    {
        var path = await WriteAsync();
        await WriteElsewhereAsync("on Monday", "on Friday");
        Assert.Null((await TakenInAsync(path, text => text.Replace("on Monday", "on Tuesday", StringComparison.Ordinal))).File);
        Assert.True((await OpenAsync()).Draft.HasChoices);
        Assert.Contains("Choose in the editor", Assert.IsType<DraftFileOutcome.Refused>(await Edit.WriteAsync(code, Cancellation)).Sentence, StringComparison.Ordinal);
        Assert.Contains("Choose in the editor", (await RefusedAsync(path, text => text + "\nMore.\n")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_taken_in_twice_adds_nothing_twice()
    {
        var path = await WriteAsync();
        Assert.True((await TakenInAsync(path, text => text + "\nA word more.\n")).IsNew);
        Assert.False((await TakenInAsync(path, text => text)).IsNew);
        Assert.EndsWith("Nobody knows why.|A word more.", await WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_nobody_changed_changes_nothing()
    {
        var path = await WriteAsync();
        await WriteElsewhereAsync("until noon", "until one");
        var version = (await OpenAsync()).Version;
        Assert.IsType<DraftFileOutcome.Unchanged>(await Edit.TakeInAsync(TestActor.Editor, code, path, Cancellation));
        Assert.Equal(version, (await OpenAsync()).Version);
    }

    [Fact]
    public async Task Fields_are_changed_too_and_a_section_is_known_by_its_name()
    {
        var path = await WriteAsync();
        await TakenInAsync(path, text => text.Replace("title: \"The harbour gates\"", "title: The gates", StringComparison.Ordinal).Replace("section: \"city\"", "section: harbour & sea", StringComparison.Ordinal)
            .Replace("authors: []", "authors:\n  - Maud Ferrier", StringComparison.Ordinal).Replace("topics: []", "topics: ferries, gates", StringComparison.Ordinal));
        var content = DraftContent.Preview((await OpenAsync()).Draft);
        Assert.Equal(("The gates", "sea", "Maud Ferrier", "ferries+gates"), (content.Headline, content.Section, string.Join('+', content.Bylines), string.Join('+', content.Topics)));
    }

    [Fact]
    public async Task A_new_picture_is_taken_from_beside_the_file()
    {
        var path = await WriteAsync();
        File.Copy(Directory.EnumerateFiles(Repository.Path("demo/pictures"), "*.png").Order(StringComparer.Ordinal).First(), Path.Combine(folder.Root, "boat.png"));
        var taken = await TakenInAsync(path, text => text + "\n![A boat](boat.png)\nCaption: The *Gull*\nCredit: Ines\n");
        var picture = Assert.IsType<Picture>(DraftContent.Preview((await OpenAsync()).Draft).Body[^1]);
        Assert.True(picture.IsStored);
        Assert.Equal(("A boat", "The Gull", "Ines"), (picture.Alt, picture.Caption.Plain, picture.Credit));
        Assert.Contains($"![A boat](picture:{picture.Hash![..12]})", taken.File!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storyprint: ", "storyprint: 9", "is a file of story")]
    [InlineData("storyprint: {code} 1", "storyprint: {code} 77", "version 77")]
    [InlineData("---\n", "", "no fields")]
    [InlineData("section: \"city\"", "section: ctiy", "no section “ctiy”")]
    [InlineData("Nobody knows why.", "![A boat](no-boat.png)", "no-boat.png")]
    [InlineData("Nobody knows why.", "<iframe src=x></iframe>", "line 16")]
    public async Task What_nobody_could_have_meant_is_refused_and_the_draft_stays(string words, string by, string said)
    {
        var path = await WriteAsync();
        var version = (await OpenAsync()).Version;
        var refused = await RefusedAsync(path, text => text.Replace(words.Replace("{code}", code.Digits, StringComparison.Ordinal), by.Replace("{code}", code.Digits, StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains(said, refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(version, (await OpenAsync()).Version);
    }

    [Fact]
    public async Task A_file_in_another_encoding_or_none_is_refused()
    {
        var path = Path.Combine(folder.Root, "draft.md");
        Assert.Contains("cannot be read", Assert.IsType<DraftFileOutcome.Refused>(await Edit.TakeInAsync(TestActor.Editor, code, path, Cancellation)).Sentence, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(path, [0x2D, 0x2D, 0x2D, 0xE9, 0x0A], Cancellation);
        Assert.Contains("UTF-8", Assert.IsType<DraftFileOutcome.Refused>(await Edit.TakeInAsync(TestActor.Editor, code, path, Cancellation)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_there_is_not_has_no_file() =>
        Assert.Contains("no story", Assert.IsType<DraftFileOutcome.Refused>(await Edit.WriteAsync(StoryCode.FromNumber(987654), Cancellation)).Sentence, StringComparison.Ordinal);

    private async Task<string> WriteAsync() => folder.Write("draft.md", Assert.IsType<DraftFileOutcome.Written>(await Edit.WriteAsync(code, Cancellation)).File.Text);

    private async Task<DraftFileOutcome> ChangedAsync(string path, Func<string, string> change)
    {
        await File.WriteAllTextAsync(path, change(await File.ReadAllTextAsync(path, Cancellation)), Cancellation);
        return await Edit.TakeInAsync(TestActor.Editor, code, path, Cancellation);
    }

    private async Task<DraftFileOutcome.TakenIn> TakenInAsync(string path, Func<string, string> change)
    {
        var outcome = await ChangedAsync(path, change);
        Assert.True(outcome is DraftFileOutcome.TakenIn, outcome.ToString());
        return (DraftFileOutcome.TakenIn)outcome;
    }

    private async Task<DraftFileOutcome.Refused> RefusedAsync(string path, Func<string, string> change) => Assert.IsType<DraftFileOutcome.Refused>(await ChangedAsync(path, change));

    private async Task<DraftState> OpenAsync() => Assert.IsType<DraftOpening.Opened>(await Journal.OpenAsync(code, Cancellation)).State;

    private async Task<string> WordsAsync() => string.Join('|', DraftContent.Preview((await OpenAsync()).Draft).Body.Select(block => string.Join(' ', block.Texts)));

    private async Task WriteElsewhereAsync(string words, string by) => Assert.IsType<DraftOutcome.Merged>(await Journal.ChangeAsync(code, new DraftWriter("p-ines", "Ines", "editor1"), DraftEditKind.Written, draft => new StoryDraft(draft.Root with
    {
        Blocks = [.. draft.Root.Blocks.Select(block => block.Text.Plain.Contains(words, StringComparison.Ordinal)
            ? block with { Texts = block.Texts.With(BlockShape.MainText, DraftText.From(block.Text.Plain.Replace(words, by, StringComparison.Ordinal))) } : block)],
    }), Cancellation));
}
