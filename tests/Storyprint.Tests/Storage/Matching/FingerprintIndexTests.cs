using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Integrity;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Tests.Text.Matching;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Storage.Matching;

/// <summary>Every published revision is found by its words from the moment of its release, and a withdrawn one never again.</summary>
public class FingerprintIndexTests
{
    public sealed class OnPostgres : FingerprintIndexTests, IOnPostgres;

    private const string First = "The ferry carries 120 people over the bay every hour of the day, and in summer of the night as well.";
    private const string Second = "Nobody has counted how many bicycles the new boat takes, but the old one took no more than a dozen.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_revision_is_found_and_a_draft_is_not()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, First));
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 2, Second));
        var draft = TestPublication.Story("draft", "Not yet", new RandomTexts(1).Of("en", 40), DateTimeOffset.UtcNow) with { Status = StoryStatus.Draft };
        await StoreAsync(desk, draft);
        Assert.Equal([code], await FindAsync(desk, First));
        Assert.Equal([code], await FindAsync(desk, Second));
        Assert.Equal([code], await FindAsync(desk, "somebody said that nobody has counted how many bicycles the new boat takes."));
        Assert.Empty(await FindAsync(desk, draft.Content.Body.OfType<Paragraph>().Single().Text.Plain));
        Assert.Empty(await FaultsAsync(desk));
    }

    [Fact]
    public async Task A_withdrawal_erases_them_from_every_run()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var codes = new List<StoryCode>();
        for (var number = 0; number < 12; number++)
        {
            codes.Add(await desk.PublishedAsync($"Story {number} of the ferry that sails at noon"));
        }

        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(codes[3], 1, Second));
        var before = await CountAsync(desk);
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(codes[3], 2));
        Assert.True(await CountAsync(desk) < before);
        Assert.Empty(await FindAsync(desk, Second));
        Assert.DoesNotContain(codes[3], await FindAsync(desk, "Story 3 of the ferry that sails at noon"));
        Assert.Contains(codes[4], await FindAsync(desk, "Story 4 of the ferry that sails at noon"));
        Assert.Empty(await FaultsAsync(desk));
    }

    [Fact]
    public async Task Runs_are_merged_as_they_become_many_and_lose_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var texts = Enumerable.Range(0, 70).Select(seed => new RandomTexts(seed).Of("en", 60)).ToList();
        foreach (var (text, number) in texts.Select((text, number) => (text, number)))
        {
            await StoreAsync(desk, TestPublication.Story($"s{number}", $"Story {number}", text, DateTimeOffset.UtcNow));
        }

        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            Assert.InRange((await FingerprintRuns.ListAsync(connection, Cancellation)).Count, 1, 16);
        }

        foreach (var text in texts)
        {
            Assert.Single(await FindAsync(desk, text));
        }

        Assert.Empty(await FaultsAsync(desk));
    }

    [Fact]
    public async Task A_large_run_is_asked_only_for_the_blocks_that_may_hold_a_hash()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var texts = Enumerable.Range(0, 60).Select(seed => new RandomTexts(seed).Of("en", 1_500)).ToList();
        await StoreAsync(desk, [.. texts.Select((text, number) => TestPublication.Story($"s{number}", $"Story {number}", text, DateTimeOffset.UtcNow))]);
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var run = Assert.Single(await FingerprintRuns.ListAsync(connection, Cancellation));
        Assert.True(run.Postings > 20_000);
        long[] hashes = [.. Hashes(texts[7]).Take(250).Select(Posting.HashOf).Order()];
        var blocks = await FingerprintRuns.BlocksAsync(connection, run, hashes, Cancellation);
        Assert.InRange(blocks.Count, 1, 250);
        Assert.Empty(hashes.Except(blocks.SelectMany(block => block.Postings).Select(posting => posting.Hash)));
        Assert.Single(await FindAsync(desk, texts[7]));
    }

    [Fact]
    public async Task What_was_published_before_is_filled_in_and_a_second_time_changes_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, First));
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("DELETE FROM fingerprint_block", Cancellation);
            await connection.ExecuteAsync("DELETE FROM fingerprint_run", Cancellation);
        }

        Assert.Empty(await FindAsync(desk, First));
        Assert.Single(await FaultsAsync(desk));
        var fill = new FillFingerprints(desk.Database);
        Assert.Equal(1, await fill.LeftAsync(Cancellation));
        Assert.Equal(1, await fill.RunAsync(cancellation: Cancellation));
        Assert.Equal(0, await fill.RunAsync(cancellation: Cancellation));
        Assert.Equal([code], await FindAsync(desk, First));
        Assert.Equal(1, await fill.RunAsync(anew: true, cancellation: Cancellation));
        await fill.MergeAsync(cancellation: Cancellation);
        Assert.Empty(await FaultsAsync(desk));
    }

    [Theory]
    [InlineData("DELETE FROM fingerprint_block")]
    [InlineData("DELETE FROM fingerprint_run")]
    [InlineData("UPDATE fingerprint_run SET postings = postings + 1")]
    [InlineData("UPDATE fingerprint_block SET first_hash = first_hash + 1")]
    [InlineData("UPDATE fingerprint_block SET postings = (SELECT digest FROM revision LIMIT 1)")]
    public async Task What_somebody_changes_by_hand_is_seen_and_made_again(string sql)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync("The ferry that was never late in all the years of its service");
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(sql, Cancellation);
        }

        Assert.True(Assert.Single(await FaultsAsync(desk)).IsDerived);
        var rebuilt = await new RebuildDerivedData(desk.Database, TestPublicationLog.Publisher).RunAsync(cancellation: Cancellation);
        Assert.Empty(rebuilt.Left);
        Assert.Empty(await FaultsAsync(desk));
        Assert.Equal([code], await FindAsync(desk, "The ferry that was never late in all the years of its service"));
    }

    [Fact]
    public async Task A_phrase_of_very_many_stories_leads_to_none_of_them()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        const string Stock = "Whoever saw anything is asked to call the harbour office on any day of the week.";
        await StoreAsync(desk, [.. Enumerable.Range(0, FingerprintIndex.MaxStories + 20)
            .Select(number => TestPublication.Story($"s{number}", $"Story {number}", $"{new RandomTexts(number).Of("en", 30)} {Stock}", DateTimeOffset.UtcNow))]);
        Assert.Empty(await FindAsync(desk, Stock));
        Assert.Equal(20, (await FindAsync(desk, $"{Stock} {string.Join(' ', Enumerable.Range(0, 40).Select(number => new RandomTexts(number).Of("en", 30)))}")).Count);
    }

    [Fact]
    public void A_block_gives_back_what_was_written_and_all_postings_of_a_hash_stand_in_one()
    {
        var random = new Random(1);
        List<Posting> postings = [.. Enumerable.Range(0, 20_000).Select(_ => new Posting(random.NextInt64(1L << (random.Next(2) == 0 ? 8 : 40)), random.NextInt64(1, 5_000_000))).Distinct().Order()];
        var blocks = PostingBlock.Of(postings).ToList();
        Assert.Equal(postings, blocks.SelectMany(block => block.Postings));
        Assert.Equal(blocks.Count, blocks.Select(block => block.FirstHash).Distinct().Count());
        Assert.True(blocks.Count > 20);
        foreach (var length in Enumerable.Range(0, blocks[0].Bytes.Length))
        {
            Assert.True((blocks[0] with { Bytes = blocks[0].Bytes[..length] }).Postings.Count() <= blocks[0].Postings.Count());
        }
    }

    internal static async Task<IReadOnlyList<IntegrityFault>> FaultsAsync(ReleaseFixture desk) =>
        await new StoredDataCheck(desk.Database, TestPublicationLog.Publisher).RunAsync(cancellation: Cancellation);

    private static Task<IReadOnlyList<StoryCode>> FindAsync(ReleaseFixture desk, string text) => new FingerprintIndex(desk.Database).FindAsync(Hashes(text), Cancellation);

    private static IReadOnlyList<ulong> Hashes(string text) => [.. Fingerprints.Selected(Shingle.Of(HashedWord.Of(text))).Select(shingle => shingle.Hash)];

    private static async Task<long> CountAsync(ReleaseFixture desk)
    {
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        return await connection.ScalarAsync<object>("SELECT CAST(SUM(postings) AS BIGINT) FROM fingerprint_run", Cancellation) is long count ? count : 0;
    }

    private static async Task StoreAsync(ReleaseFixture desk, params IReadOnlyList<StoryToStore> stories) =>
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(TestActor.Importer, stories, 1, Cancellation);
}
