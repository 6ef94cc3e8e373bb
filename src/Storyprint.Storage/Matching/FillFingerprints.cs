using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Matching;

/// <summary>
/// Makes the fingerprints of what was published before there were any, a transaction for some hundred stories: after an interruption the next run goes on behind
/// them. Releases and imports meanwhile write their own.
/// </summary>
public sealed class FillFingerprints(Database database)
{
    private const string Counter = "fingerprints";
    private const int AtOnce = 500;

    /// <summary>How many stories are still to be read.</summary>
    public async Task<long> LeftAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE id > @after AND current_revision > 0", cancellation, ("@after", await DoneAsync(connection, cancellation)));
    }

    /// <param name="anew">Whether all that stands is deleted first.</param>
    /// <returns>How many stories were read.</returns>
    public async Task<long> RunAsync(bool anew = false, IProgress<StepProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (anew)
        {
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            await new FingerprintWriter(transaction).ClearAsync(cancellation);
            await KeepAsync(transaction, 0, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        var (total, done) = (await LeftAsync(cancellation), 0L);
        while (await NextAsync(connection, cancellation) is { Count: > 0 } stories)
        {
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            var writer = new FingerprintWriter(transaction, FingerprintWriter.InBatch);
            foreach (var (id, fingerprints) in await StoryFingerprints.OfStoriesAsync(connection, stories[0] - 1, stories[^1], cancellation))
            {
                writer.Add(id, fingerprints);
            }

            await writer.FinishAsync(cancellation);
            await KeepAsync(transaction, stories[^1], cancellation);

            // Before this line nothing of these stories is kept; after it the next run begins behind them.
            await transaction.CommitAsync(cancellation);
            done += stories.Count;
            progress?.Report(new StepProgress("stories fingerprinted", done, total));
        }

        return done;
    }

    /// <summary>Merges what releases left. Nothing is lost where it is cancelled.</summary>
    /// <param name="inLargeSteps">Whether releases may wait for it for longer than about a second.</param>
    public async Task MergeAsync(bool inLargeSteps = true, CancellationToken cancellation = default)
    {
        var maxMerged = inLargeSteps ? FingerprintWriter.InBatch : FingerprintWriter.OnTheSide;
        await using var connection = await database.OpenAsync(cancellation);
        if (FingerprintWriter.Many(await FingerprintRuns.ListAsync(connection, cancellation), maxMerged).Count == 0)
        {
            return;
        }

        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await new FingerprintWriter(transaction, maxMerged).MergeAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<List<long>> NextAsync(System.Data.Common.DbConnection connection, CancellationToken cancellation) => await connection.QueryAsync(
        $"SELECT id FROM story WHERE id > @after AND current_revision > 0 ORDER BY id LIMIT {AtOnce}", row => row.GetInt64(0), cancellation, ("@after", await DoneAsync(connection, cancellation)));

    private static Task<long> DoneAsync(System.Data.Common.DbConnection connection, CancellationToken cancellation) =>
        connection.ScalarAsync<long>("SELECT last_value FROM id_allocator WHERE name = @name", cancellation, ("@name", Counter));

    private static Task<int> KeepAsync(System.Data.Common.DbTransaction transaction, long last, CancellationToken cancellation) => PreparedStatement.Prepare(
        transaction, "INSERT INTO id_allocator (name, last_value) VALUES (@name, @last_value) ON CONFLICT (name) DO UPDATE SET last_value = @last_value")
        .RunAsync(cancellation, ("@name", Counter), ("@last_value", last));
}
