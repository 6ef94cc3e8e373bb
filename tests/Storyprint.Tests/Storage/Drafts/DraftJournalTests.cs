using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.NewsroomPages;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Stories.Drafts;

namespace Storyprint.Tests.Storage.Drafts;

/// <summary>Two editors and the rest of the newsroom on one story.</summary>
public class DraftJournalTests : IAsyncLifetime
{
    public sealed class OnPostgres : DraftJournalTests, IOnPostgres;

    private static readonly DraftWriter Ines = new("p-ines", "Ines", "editor1");
    private static readonly DraftWriter Jens = new("p-jens", "Jens", "editor2");

    private SmallInstallation small = null!;
    private StoryCode code;
    private int requests;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftJournal Journal => small.Installation.Stores.DraftJournal;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        code = await NewsroomDrafts.AddAsync(small, "The harbour gates", "The gates open on Monday.");
    }

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_two_write_at_once_is_merged_and_each_learns_what_the_other_wrote()
    {
        var (version, draft) = await OpenAsync();
        var first = await SendAsync(Ines, version, draft, Said(draft, "The gates open early on Monday."));
        Assert.True(first.Change.IsEmpty);
        var mine = Said(draft, "The gates open on Monday at noon.");
        var second = await SendAsync(Jens, version, draft, mine);
        Assert.Equal("The gates open early on Monday at noon.", Words(ApplyChange.To(mine, second.Change, out _)!));
        Assert.Equal(["Ines"], second.By);
        Assert.Equal("The gates open early on Monday at noon.", await StoredAsync());
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_answered_as_before_whatever_happened_meanwhile()
    {
        var (version, draft) = await OpenAsync();
        var mine = Said(draft, "The gates open on Tuesday.");
        var submission = Submission(new DraftBase.Version(version), draft, mine);
        var first = Assert.IsType<DraftOutcome.Merged>(await Journal.MergeAsync(code, Ines, submission, Cancellation));
        var again = Assert.IsType<DraftOutcome.Merged>(await Journal.MergeAsync(code, Ines, submission, Cancellation));
        Assert.Equal((first.Version, false), (again.Version, again.IsNew));
        await SendAsync(Jens, first.Version, mine, Said(mine, "The gates open on Tuesday at noon."));
        var late = Assert.IsType<DraftOutcome.Merged>(await Journal.MergeAsync(code, Ines, submission, Cancellation));
        Assert.Equal("The gates open on Tuesday at noon.", Words(ApplyChange.To(mine, late.Change, out _)!));
        Assert.Equal("The gates open on Tuesday at noon.", await StoredAsync());
    }

    [Fact]
    public async Task An_editor_that_left_an_answer_aside_goes_on_from_what_it_had_sent()
    {
        var (version, draft) = await OpenAsync();
        await SendAsync(Ines, version, draft, Said(draft, "The gates open early on Monday."));
        var sent = Said(draft, "The gates open on Monday at noon.");
        var answer = await SendAsync(Jens, version, draft, sent);
        var further = Said(sent, "The gates open on Monday at noon, in any weather.");
        var outcome = await Journal.MergeAsync(code, Jens, Submission(new DraftBase.Branch(answer.Version), sent, further), Cancellation);
        Assert.Equal("The gates open early on Monday at noon, in any weather.", Words(ApplyChange.To(further, Assert.IsType<DraftOutcome.Merged>(outcome).Change, out _)!));
    }

    [Fact]
    public async Task What_both_changed_differently_is_a_choice_and_holds_the_release()
    {
        var (version, draft) = await OpenAsync();
        await SendAsync(Ines, version, draft, Said(draft, "The gates open on Tuesday."));
        var mine = Said(draft, "The gates open on Wednesday.");
        var answer = await SendAsync(Jens, version, draft, mine);
        var merged = ApplyChange.To(mine, answer.Change, out _)!;
        Assert.True(merged.HasChoices);
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await PublishAsync());
        Assert.Contains(refused.Refusals, refusal => refusal is ReleaseRefusal.OpenChoices);
        await SendAsync(Jens, answer.Version, merged, Said(merged, "The gates open on Wednesday."));
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync());
    }

    [Fact]
    public async Task A_state_that_the_server_does_not_know_is_sent_whole()
    {
        var (version, draft) = await OpenAsync();
        var mine = Said(draft, "The gates open on Tuesday.");
        Assert.Equal(version, Assert.IsType<DraftOutcome.UnknownBase>(await Journal.MergeAsync(code, Ines, Submission(new DraftBase.Version(version + 40), draft, mine), Cancellation)).Version);
        Assert.IsType<DraftOutcome.Merged>(await Journal.MergeAsync(code, Ines, Submission(new DraftBase.Whole(draft), draft, mine), Cancellation));
        Assert.Equal("The gates open on Tuesday.", await StoredAsync());
    }

    [Fact]
    public async Task Words_that_come_after_a_release_begin_the_next_draft()
    {
        var (version, draft) = await OpenAsync();
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync());
        var answer = await SendAsync(Ines, version, draft, Said(draft, "The gates open on Monday at noon."));
        Assert.True(answer.Change.IsEmpty);
        var standing = await small.Installation.Stores.Drafts.FindStandingAsync(code, Cancellation);
        Assert.True(standing!.HasChanges);
        Assert.Equal(StoryStatus.Published, standing.Status);
        Assert.Equal("The gates open on Monday.", Assert.Single((await small.Installation.Stores.Stories.FindAsync(code, Cancellation))!.Content.Body.OfType<Paragraph>()).Text.Plain);
    }

    [Fact]
    public async Task A_release_from_elsewhere_is_taken_into_the_draft_that_somebody_works_on()
    {
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync());
        var (version, draft) = await OpenAsync();
        await SendAsync(Ines, version, draft, Said(draft, "The gates open on Monday at noon."));
        var published = (await small.Installation.Stores.Stories.FindAsync(code, Cancellation))!;
        var corrected = published.Content with { Body = [new Paragraph(RichText.From("The gates open on Tuesday."))] };
        Assert.IsType<ReleaseOutcome.Done>(await new CorrectStory(Releases).RunAsync(
            TestActor.Editor, code, new ReleaseText.Given(corrected, null, null, published.Number), new NoteWords { Text = "The day was wrong.", Said = "Monday", Says = "Tuesday" }, Cancellation));
        var (_, now) = await OpenAsync();
        Assert.Equal("The gates open on Tuesday at noon.", Words(now));
        Assert.Contains(now.Root.Blocks, block => block.Kind == BlockKind.Note);
    }

    [Fact]
    public async Task A_text_that_was_changed_elsewhere_keeps_the_identities_of_its_blocks()
    {
        var (version, draft) = await OpenAsync();
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            var content = DraftContent.Preview(draft);
            await connection.ExecuteAsync("UPDATE draft SET content = @content", Cancellation, ("@content", StoryJson.Write(content with { Headline = "The harbour gates open" })));
        }

        var (next, now) = await OpenAsync();
        Assert.Equal(version + 1, next);
        Assert.Equal("The harbour gates open", now.Text("headline").Plain);
        Assert.Equal(draft.All.Select(block => block.Id), now.All.Select(block => block.Id));
        var answer = await SendAsync(Ines, version, draft, Said(draft, "The gates open on Monday at noon."));
        Assert.Equal(["headline"], answer.Change.Blocks.SelectMany(block => block.Texts.Names.Where(name => name == "headline")));
    }

    [Fact]
    public async Task A_withdrawal_leaves_no_word_of_the_journal()
    {
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync());
        var (version, draft) = await OpenAsync();
        await SendAsync(Ines, version, draft, Said(draft, "The gates open on Monday at noon."));
        Assert.IsType<ReleaseOutcome.Done>(await new WithdrawStory(Releases, new MediaFolder(Path.Combine(small.Folder, "media")), small.Installation.Database).RunAsync(TestActor.Editor, code, WithdrawalReason.CourtOrder, new RevisionNumber(1), Cancellation));
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        foreach (var table in (string[])["draft", "draft_text", "draft_edit", "draft_presence"])
        {
            Assert.Equal(0, await connection.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}", Cancellation));
        }

        Assert.IsType<DraftOpening.NoText>(await Journal.OpenAsync(code, Cancellation));
        Assert.IsType<DraftOutcome.Withdrawn>(await Journal.MergeAsync(code, Ines, Submission(new DraftBase.Version(version), draft, draft), Cancellation));
    }

    [Fact]
    public async Task Every_version_of_a_long_history_is_found_again_by_a_server_that_was_started_anew()
    {
        var (version, draft) = await OpenAsync();
        for (var number = 1; number <= (2 * DraftStates.SnapshotEvery) + 3; number++)
        {
            var next = Said(draft, $"The gates open on Monday, pier {number}.");
            version = (await SendAsync(Ines, version, draft, next)).Version;
            draft = next;
        }

        var anew = new DraftJournal(small.Installation.Database, TimeProvider.System);
        foreach (var at in (long[])[2, 50, 51, 77, 100, version])
        {
            Assert.Equal($"The gates open on Monday, pier {at - 1}.", Words((await anew.AtAsync(code, at, Cancellation))!));
        }

        Assert.Equal(version, (await anew.HistoryAsync(code, Cancellation)).Count);
    }

    [Fact]
    public async Task Eight_editors_that_send_at_once_lose_nothing()
    {
        var (version, draft) = await OpenAsync();
        var all = await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            var mine = draft.InsertedAfter(draft.Body.First().Id.Value, Drafted.New($"n{number}", BlockKind.Paragraph, $"Pier {number} is open."));
            return await Task.Run(() => Journal.MergeAsync(code, new DraftWriter($"p{number}", $"Writer {number}", $"editor{number}"),
                new DraftSubmission { Request = $"r{number}", Base = new DraftBase.Version(version), Change = DraftDiff.Between(draft, mine) }, Cancellation));
        }));
        Assert.All(all, outcome => Assert.IsType<DraftOutcome.Merged>(outcome));
        var (_, now) = await OpenAsync();
        Assert.All(Enumerable.Range(1, 8), number => Assert.Single(now.Body, block => block.Text.Plain == $"Pier {number} is open."));
    }

    private ReleaseStore Releases => new(small.Installation.Database, small.Installation.Log, TimeProvider.System);

    private Task<ReleaseOutcome> PublishAsync() => new PublishStory(Releases, small.Installation.Publication).RunAsync(TestActor.Editor, code, Cancellation);

    private async Task<(long Version, StoryDraft Draft)> OpenAsync()
    {
        var opened = Assert.IsType<DraftOpening.Opened>(await Journal.OpenAsync(code, Cancellation));
        return (opened.State.Version, opened.State.Draft);
    }

    private DraftSubmission Submission(DraftBase from, StoryDraft before, StoryDraft after) =>
        new() { Request = $"request{++requests}", Base = from, Change = DraftDiff.Between(before, after) };

    private async Task<DraftOutcome.Merged> SendAsync(DraftWriter by, long version, StoryDraft before, StoryDraft after) =>
        Assert.IsType<DraftOutcome.Merged>(await Journal.MergeAsync(code, by, Submission(new DraftBase.Version(version), before, after), Cancellation));

    private async Task<string> StoredAsync() => Assert.Single((await small.Installation.Stores.Drafts.FindAsync(code, Cancellation))!.Content.Body.OfType<Paragraph>()).Text.Plain;

    private static StoryDraft Said(StoryDraft draft, string words) => draft.Text(draft.Body.First(block => block.Kind == BlockKind.Paragraph).Id.Value, words);

    private static string Words(StoryDraft draft) => draft.Body.First(block => block.Kind == BlockKind.Paragraph).Text.Plain;
}
