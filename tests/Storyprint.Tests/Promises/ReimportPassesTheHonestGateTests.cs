using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>A revision that an import makes passes the same rule as every other.</summary>
public class ReimportPassesTheHonestGateTests : ImportPromise
{
    public sealed class OnPostgres : ReimportPassesTheHonestGateTests, IOnPostgres;

    private const string Before = "Mayor took 16 boats\n3 May 2021 09:00\nThe mayor said that 16 boats were sold to Anna Berg.\nStory Code: 700303\nService: City";
    private const string After = "Mayor took 12 boats\n3 May 2021 09:00\nThe mayor said that 12 boats were not sold to Anna Berg.\nStory Code: 700303\nService: City";

    private static StoryCode Code => StoryCode.FromDigits("700303");

    [Fact]
    public async Task A_changed_meaning_leaves_the_published_text_and_waits_as_a_draft_with_every_change_named()
    {
        var line = await AgainAsync(After);
        Assert.Equal((ImportOutcome.Held, "700303"), (line.Outcome, line.Code));
        Assert.Contains(line.Notes, note => note.Contains("“Mayor took 16 boats” became “Mayor took 12 boats”", StringComparison.Ordinal));
        Assert.Contains(line.Notes, note => note.Contains("“16” became “12”", StringComparison.Ordinal));
        Assert.Contains(line.Notes, note => note.Contains("A negation", StringComparison.Ordinal));
        Assert.Contains("16 boats were sold", await ShownAsync("700303"), StringComparison.Ordinal);
        Assert.Equal(1, await Desk.VerifyAsync());

        // The next run says the same and changes nothing.
        Assert.Equal(line.Notes, (await ImportOneAsync("mayor.txt")).Notes);
        Assert.Equal(1, await Desk.VerifyAsync());

        // An editor releases the draft.
        Assert.Equal(1, await Desk.Stories.DraftBaseAsync(Code, Cancellation));
        Assert.IsType<ReleaseOutcome.Refused>(await UpdateAsync(null));
        Assert.IsType<ReleaseOutcome.Done>(await UpdateAsync(new ReleaseNote("Twelve, and they were not sold.")));
        Assert.Contains("12 boats were not sold", await ShownAsync("700303"), StringComparison.Ordinal);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync("mayor.txt")).Outcome);
    }

    [Fact]
    public async Task A_note_releases_it_as_an_update()
    {
        var line = await AgainAsync(After, new ImportRules { Note = new ReleaseNote("Twelve boats, and they were not sold.") });
        Assert.Equal(ImportOutcome.Revised, line.Outcome);
        var story = (await Desk.Stories.FindAsync(Code, Cancellation))!;
        Assert.Equal((2, ReleaseKind.Update, "Twelve boats, and they were not sold."), (story.Number.Value, story.Kind, story.Note));
        Assert.NotNull(story.UpdatedAt);
        Assert.Contains(story.Findings, finding => finding.Before == "16");
        await StandsAsync();
    }

    [Fact]
    public async Task A_correction_stays_on_the_story()
    {
        var line = await AgainAsync(After, new ImportRules { Correction = "It said 16. There were 12, and they were not sold." });
        Assert.Equal(ImportOutcome.Revised, line.Outcome);
        var story = (await Desk.Stories.FindAsync(Code, Cancellation))!;
        Assert.Equal(ReleaseKind.Correction, story.Kind);
        var note = Assert.Single(story.Content.Corrections);
        Assert.Equal("It said 16. There were 12, and they were not sold.", note.Text);
        Assert.Contains("16", note.Said, StringComparison.Ordinal);
        Assert.Contains("12", note.Says, StringComparison.Ordinal);
        await StandsAsync();
    }

    [Theory]
    [InlineData("The mayor's man said", "The mayor’s man said")]
    [InlineData("The mayor said of the the boats", "The mayor said of the boats")]
    public async Task What_is_provably_harmless_goes_out_by_itself(string old, string now)
    {
        var line = await AgainAsync(Before.Replace("The mayor said", now, StringComparison.Ordinal), first: Before.Replace("The mayor said", old, StringComparison.Ordinal));
        Assert.True(line.Outcome == ImportOutcome.Revised, string.Join('|', line.Notes));
        Assert.Equal(2, await Desk.VerifyAsync());
        await StandsAsync();
    }

    [Theory]
    [InlineData("16 boats", "61 boats")]
    [InlineData("Anna Berg", "Anna Bergh")]
    [InlineData("were sold", "were given")]
    [InlineData("Service: City", "Service: Sea")]
    [InlineData("said that", "denied that")]
    public async Task Every_other_change_is_held(string old, string now)
    {
        Assert.Equal(ImportOutcome.Held, (await AgainAsync(Before.Replace(old, now, StringComparison.Ordinal))).Outcome);
        Assert.Equal(1, await Desk.VerifyAsync());
    }

    [Fact]
    public async Task Small_steps_do_not_add_up_to_a_large_one()
    {
        Assert.Equal(ImportOutcome.Revised, (await AgainAsync(Before.Replace("The mayor", "The mayor’s man", StringComparison.Ordinal), first: Before.Replace("The mayor", "The mayor's man", StringComparison.Ordinal))).Outcome);
        Folder.Write("mayor.txt", After.Replace("The mayor", "The mayor’s man", StringComparison.Ordinal));
        Assert.Equal(ImportOutcome.Held, (await ImportOneAsync("mayor.txt")).Outcome);
    }

    [Fact]
    public async Task Another_date_in_the_archive_moves_no_published_story()
    {
        var line = await AgainAsync(Before.Replace("3 May 2021", "3 May 2019", StringComparison.Ordinal));
        Assert.Equal(ImportOutcome.Unchanged, line.Outcome);
        Assert.Equal(new DateTimeOffset(2021, 5, 3, 7, 0, 0, TimeSpan.Zero), (await Desk.Stories.FindAsync(Code, Cancellation))!.PublishedAt);
    }

    [Fact]
    public async Task A_draft_of_the_newsroom_is_not_overwritten()
    {
        await AgainAsync(After);
        Folder.Write("mayor.txt", After.Replace("Anna Berg", "Bert Ank", StringComparison.Ordinal));
        var line = await ImportOneAsync("mayor.txt");
        Assert.Equal(ImportOutcome.Held, line.Outcome);
        Assert.Contains(line.Notes, note => note.Contains("was not kept", StringComparison.Ordinal));
        Assert.IsType<ReleaseOutcome.Done>(await UpdateAsync(new ReleaseNote("Twelve.")));
        Assert.Contains("Anna Berg", await ShownAsync("700303"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_newsroom_released_since_is_left_alone_also_with_a_note()
    {
        Folder.Write("mayor.txt", Before);
        await ImportOneAsync("mayor.txt");
        Assert.IsType<ReleaseOutcome.Done>(await Desk.UpdateAsync(Code, 1, "There were 12 boats."));
        Folder.Write("mayor.txt", After);
        Assert.Equal(ImportOutcome.LeftAlone, (await ImportOneAsync("mayor.txt", choices: new ImportChoices { Rules = new ImportRules { Note = new ReleaseNote("Twelve.") } })).Outcome);
    }

    [Fact]
    public async Task A_story_that_came_in_without_a_section_can_be_updated_without_one()
    {
        var (before, after) = (Before.Replace("\nService: City", "", StringComparison.Ordinal), After.Replace("\nService: City", "", StringComparison.Ordinal));
        var line = await AgainAsync(after, new ImportRules { Note = new ReleaseNote("Twelve, and they were not sold.") }, before);
        Assert.Equal(ImportOutcome.Revised, line.Outcome);
        await StandsAsync();
    }

    // Exports and Markdown as well.
    [Theory]
    [InlineData("export.xml", true)]
    [InlineData("site", false)]
    public async Task The_gate_stands_before_every_format(string path, bool isExport)
    {
        Write("16 boats were sold.");
        await ImportOneAsync(path, "site");
        Write("12 boats were not sold.");
        var line = await ImportOneAsync(path, "site");
        Assert.Equal(ImportOutcome.Held, line.Outcome);
        Assert.Contains("16 boats were sold.", await ShownAsync(line.Code!), StringComparison.Ordinal);

        void Write(string text) => Folder.Write(
            isExport ? path : $"{path}/a.md",
            isExport
                ? Export("https://old.example", Post(1, "Boats", $"<p>{text}</p>", also: """<category domain="category" nicename="city">City</category>"""))
                : $"---\ntitle: Boats\nsection: city\ndate: 2021-05-03\n---\n{text}");
    }

    private async Task<ImportLine> AgainAsync(string text, ImportRules? rules = null, string first = Before)
    {
        Folder.Write("mayor.txt", first);
        await ImportOneAsync("mayor.txt");
        Desk.Clock.Now += TimeSpan.FromHours(1);
        Folder.Write("mayor.txt", text);
        return await ImportOneAsync("mayor.txt", choices: new ImportChoices { Rules = rules ?? new ImportRules() });
    }

    private Task<ReleaseOutcome> UpdateAsync(ReleaseNote? note) =>
        new UpdateStory(Desk.Store).RunAsync(TestActor.Editor, Code, new ReleaseText.Draft(new RevisionNumber(1)), note, Cancellation);

    // Nothing in the database is other than what was released, and the next run changes nothing.
    private async Task StandsAsync()
    {
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync("mayor.txt")).Outcome);
        Assert.Equal(2, await Desk.VerifyAsync());
        var faults = await new Storyprint.Storage.Integrity.StoredDataCheck(Desk.Database, TestPublicationLog.Publisher).RunAsync(null, Cancellation);
        Assert.Empty(faults);
    }
}
