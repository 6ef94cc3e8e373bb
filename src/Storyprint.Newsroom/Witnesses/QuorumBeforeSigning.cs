using Storyprint.Storage.Log;

namespace Storyprint.Newsroom.Witnesses;

/// <summary>
/// Asks the witnesses before anything is signed, where releases wait for their quorum: whether they have seen more than the database holds, and whether enough of
/// them answer to cosign what is released next. So a history that others contradict, or that nobody would witness, is never begun.
/// </summary>
public sealed class QuorumBeforeSigning(RequestCosignatures request)
{
    // A witness has five seconds to answer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    /// <returns>Null where they agree; or why nothing may be signed. What they contradict is in their file, and the log itself refuses by it.</returns>
    public async Task<LogProblem?> RunAsync(CancellationToken cancellation)
    {
        var report = await request.BeforeReleaseAsync(Limit, cancellation);
        return report is null or { IsAlarm: true } or { IsReached: true }
            ? null
            : new LogProblem.QuorumMissing(report.SeenBy, report.Quorum, [.. report.Results.Where(result => !result.HasCosigned).Select(result => $"{result.Witness.Name}: {result.Sentence}")]);
    }
}
