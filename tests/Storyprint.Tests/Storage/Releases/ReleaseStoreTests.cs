using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

public class ReleaseStoreTests
{
    public sealed class OnPostgres : ReleaseStoreTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_note_of_an_update_is_sealed_and_logged_with_its_text()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 112 people."));
        var text = (await desk.Served.FindAsync(new RevisionId(code, new RevisionNumber(2)), Cancellation))!.Text!;
        Assert.Contains("\nnote: More people fit in.\n", CanonicalText.Create(text), StringComparison.Ordinal);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task Every_kind_of_release_is_sealed_and_logged()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 140 people."));
        Assert.IsType<ReleaseOutcome.Done>(await desk.CorrectAsync(code, 2, "The ferry carries 112 people."));
        Assert.IsType<ReleaseOutcome.Done>(await desk.RetractAsync(code, 3));
        Assert.Equal(4, await desk.VerifyAsync());
        var done = Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 4));
        Assert.Equal(5, done.Revision.Number.Value);
        Assert.Equal(5, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_release_made_against_an_older_revision_is_refused_and_says_which_is_newer()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.UpdateAsync(code, 1, "The ferry carries 140 people.");
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await desk.CorrectAsync(code, 1, "The ferry carries 112 people."));
        Assert.Contains(refused.Refusals, refusal => refusal is ReleaseRefusal.AnotherCameFirst);
        Assert.Equal(2, refused.Current!.Value.Number.Value);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task The_gate_is_given_the_newest_revision_that_had_a_note_where_that_is_an_older_one()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.Null(await LastNotedAsync(desk, code));
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries  120 people.", note: null));
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 2, "The ferry carries 120 people", note: null));
        Assert.Equal("The ferry carries 120 people.", await LastNotedAsync(desk, code));
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 3, "The ferry carries 140 people."));
        Assert.Null(await LastNotedAsync(desk, code));
    }

    private static async Task<string?> LastNotedAsync(ReleaseFixture desk, StoryCode code)
    {
        string? text = null;
        await desk.Store.ReleaseAsync(TestActor.Editor, code, (story, _) =>
        {
            text = story.State.LastNotedContent?.Body.SelectMany(block => block.Texts).First();
            return new ReleaseDecision.Refused([new ReleaseRefusal.NothingChanged()]);
        }, cancellation: Cancellation);
        return text;
    }

    [Fact]
    public async Task An_update_of_a_number_needs_a_note()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await desk.UpdateAsync(code, 1, "The ferry carries 140 people.", note: null));
        Assert.Contains(refused.Refusals, refusal => refusal is ReleaseRefusal.NoteNeeded);
    }

    [Fact]
    public async Task Of_two_releases_at_once_on_one_story_one_is_made_and_the_other_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        using var other = desk.Again();
        var outcomes = await Task.WhenAll(
            Task.Run(() => desk.UpdateAsync(code, 1, "The ferry carries 140 people."), Cancellation),
            Task.Run(() => other.UpdateAsync(code, 1, "The ferry carries 160 people."), Cancellation));
        Assert.Single(outcomes.OfType<ReleaseOutcome.Done>());
        Assert.Single(outcomes.OfType<ReleaseOutcome.Refused>());
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task Releases_at_once_on_many_stories_are_all_made_one_behind_the_other()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        using var other = desk.Again();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => (number % 2 == 0 ? desk : other).PublishAsync($"Story {number}"), Cancellation)));
        Assert.Equal(20, outcomes.OfType<ReleaseOutcome.Done>().Select(done => done.Code).Distinct().Count());
        Assert.Equal(20, await desk.VerifyAsync());
    }

    [Fact]
    public async Task Nothing_of_a_withdrawn_story_stays_in_the_database()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync("Zyzzogeton on the quay");
        await desk.PublishedAsync("Another story");
        await desk.WithdrawAsync(code, 1);
        Assert.Null(await desk.Stories.FindAsync(code, Cancellation));
        Assert.Equal(WithdrawalReason.CourtOrder, (await desk.Stories.FindWithdrawnAsync(code, Cancellation))!.Withdrawal.Reason);
        var query = new SearchQuery { Edition = "en", Phrases = [["zyzzogeton"]] };
        Assert.Empty((await new SearchIndex(desk.Database).FindAsync(query, 0, 10, Cancellation)).Stories);
        if (!TestEngine.IsPostgres)
        {
            // PostgreSQL overwrites what it freed when it needs the room (docs/administrators.md).
            desk.Database.CloseIdle();
            Assert.DoesNotContain("Zyzzogeton", await File.ReadAllTextAsync(desk.DatabasePath, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task UpdatedAt_moves_with_the_words_only()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        desk.Clock.Now = desk.Clock.Now.AddHours(1);
        await desk.UpdateAsync(code, 1, "The ferry  carries 120 people.", note: null);
        var story = (await desk.Stories.FindAsync(code, Cancellation))!;
        Assert.Equal((2, null), (story.Number.Value, story.UpdatedAt));
        desk.Clock.Now = desk.Clock.Now.AddHours(1);
        await desk.UpdateAsync(code, 2, "The ferry carries 130 people.");
        Assert.Equal(desk.Clock.Now, (await desk.Stories.FindAsync(code, Cancellation))!.UpdatedAt);
    }

    [Fact]
    public async Task A_story_that_is_not_there_is_said_not_to_be() =>
        Assert.IsType<ReleaseOutcome.NoSuchStory>(await (await ReleaseFixture.OpenAsync()).RetractAsync(StoryCode.FromNumber(77777), 1));
}
