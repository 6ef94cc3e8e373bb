using System.Net;
using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Scan;

public class ScanTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : ScanTests(publication), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ReleaseStore Store => new(publication.Installation.Database, publication.Installation.Log, TimeProvider.System);

    [Fact]
    public async Task The_mark_of_a_current_page_shows_its_words_and_says_that_they_stand()
    {
        var page = await GetAsync($"/{publication.Ferry}.1", HttpStatusCode.OK);
        Assert.Contains("Is this what your page says?", page, StringComparison.Ordinal);
        Assert.Contains("Evening ferry &lt;late&gt; &amp; full", page, StringComparison.Ordinal);
        Assert.Contains("Still current", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What the seal says", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_tells_no_other_site_where_its_reader_came_from()
    {
        using var answer = await publication.Client.GetAsync($"/{publication.Ferry}.1", Cancellation);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task The_true_seal_holds_in_any_case_of_letters()
    {
        var link = await SealPathAsync(new RevisionId(publication.Library, RevisionNumber.First));
        foreach (var path in (string[])[link, link.ToLowerInvariant(), link.ToUpperInvariant()])
        {
            Assert.Contains("Our key sealed this revision with exactly this text", await GetAsync(path, HttpStatusCode.OK), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_seal_of_another_revision_or_with_a_changed_character_is_said_not_to_be_ours()
    {
        var link = await SealPathAsync(new RevisionId(publication.Library, RevisionNumber.First));
        var payload = link.Split('/')[^1];
        Assert.Contains("No key of ours", await GetAsync($"/s/{publication.Ferry}.1/{payload}", HttpStatusCode.OK), StringComparison.Ordinal);
        var changed = payload[..60] + (payload[60] == 'A' ? 'B' : 'A') + payload[61..];
        Assert.Contains("No key of ours", await GetAsync($"/s/{publication.Library}.1/{changed}", HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("not read whole", await GetAsync($"/s/{publication.Library}.1/{payload[..90]}", HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_true_seal_of_a_revision_that_was_never_published_is_an_alarm()
    {
        var unknown = new RevisionId(publication.Library, new RevisionNumber(41));
        var page = await GetAsync($"/s/{unknown}/{Sealed(unknown, "never published"u8)}", HttpStatusCode.NotFound);
        Assert.Contains("This seal should not exist", page, StringComparison.Ordinal);
        Assert.Contains(TestPublication.Settings.Contact, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_true_seal_of_another_text_is_an_alarm()
    {
        var known = new RevisionId(publication.Ferry, RevisionNumber.First);
        var page = await GetAsync($"/s/{known}/{Sealed(known, "other words"u8)}", HttpStatusCode.OK);
        Assert.Contains("another text", page, StringComparison.Ordinal);
        Assert.Contains("That must not happen", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_of_a_page_that_was_corrected_since_shows_the_note_and_where_to_compare()
    {
        var code = await PublishedAsync("Bridge opens");
        await Corrected(code, 1, "It has nine piers. It has eight.");
        var page = await GetAsync($"/{code}.1", HttpStatusCode.OK);
        Assert.Contains("Corrected since", page, StringComparison.Ordinal);
        Assert.Contains("It has nine piers. It has eight.", page, StringComparison.Ordinal);
        Assert.Contains($"/news/{code}/compare/1-2", page, StringComparison.Ordinal);
        Assert.Contains("Still current", await GetAsync($"/{code}.2", HttpStatusCode.OK), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_of_a_retracted_page_gives_the_reason()
    {
        var code = await PublishedAsync("Bridge sings");
        Assert.IsType<ReleaseOutcome.Done>(await new RetractStory(Store).RunAsync(TestActor.Editor, code, "It was the wind.", RevisionNumber.First, Cancellation));
        foreach (var revision in (int[])[1, 2])
        {
            var page = await GetAsync($"/{code}.{revision}", HttpStatusCode.OK);
            Assert.Contains("The newsroom no longer stands by this story.", page, StringComparison.Ordinal);
            Assert.Contains("It was the wind.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_withdrawn_story_is_gone_on_every_address_and_its_log_entries_stay()
    {
        var code = await PublishedAsync("Lights out");
        var seal = await SealPathAsync(new RevisionId(code, RevisionNumber.First));
        var withdrawal = new WithdrawStory(Store, publication.Installation.Media, publication.Installation.Database);
        Assert.IsType<ReleaseOutcome.Done>(await withdrawal.RunAsync(TestActor.Editor, code, WithdrawalReason.CourtOrder, RevisionNumber.First, Cancellation));
        foreach (var path in (string[])
        [
            $"/news/{code}", $"/news/{code}/lights-out", $"/news/{code}.1", $"/news/{code}.2", $"/news/{code}/print", $"/news/{code}.1/print", $"/{code}", $"/{code}.1", $"/{code}.2",
            seal, $"/news/{code}/feed.atom", $"/news/{code}/feed.rss", $"/news/{code}/feed.json", $"/news/{code}/qr.svg", $"/news/{code}.1/qr.png", $"/news/{code}/card.png",
            $"/api/v1/revisions/{code}.1", $"/api/v1/revisions/{code}.2",
        ])
        {
            var answer = await GetAsync(path, HttpStatusCode.Gone);
            Assert.DoesNotContain("Lights out", answer, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("a court ordered it", await GetAsync($"/news/{code}", HttpStatusCode.Gone), StringComparison.Ordinal);
        await GetAsync($"/log/proof/{code}.1", HttpStatusCode.OK);
        Assert.DoesNotContain(code.Digits, await GetAsync("/en/feed.atom", HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.DoesNotContain($"/news/{code}", await GetAsync("/en/search?q=lights", HttpStatusCode.OK), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string path, HttpStatusCode expected)
    {
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<string> SealPathAsync(RevisionId revision)
    {
        var story = (await new StoryStore(publication.Installation.Database).FindAsync(revision, Cancellation))!;
        Assert.True(Seal.TryRead(story.Seal, out var seal));
        return $"/s/{revision}/{seal}";
    }

    // What a thief of the key, or a fault of ours, could make.
    private string Sealed(RevisionId revision, ReadOnlySpan<byte> text)
    {
        Assert.True(publication.Installation.Keys.TryRead(KeyRole.Seal, publication.Installation.Log.Publisher, out var key, out _));
        using (key)
        {
            return Seal.Sign(key, 0, RevisionName.Parse(revision.ToString()), DateTimeOffset.UtcNow, new TextDigest(Sha256Hash.HashData(text)).Prefix).ToString();
        }
    }

    private async Task<StoryCode> PublishedAsync(string headline) =>
        (await publication.StoreAsync(TestPublication.Story(headline, headline, "Nine piers.", DateTimeOffset.UtcNow.AddHours(-1))))[0];

    private async Task Corrected(StoryCode code, int revision, string note) => Assert.IsType<ReleaseOutcome.Done>(await new CorrectStory(Store).RunAsync(
        TestActor.Editor, code, new ReleaseText.AsPublished(new RevisionNumber(revision)), new NoteWords { Text = note, Said = "nine", Says = "eight" }, Cancellation));
}
