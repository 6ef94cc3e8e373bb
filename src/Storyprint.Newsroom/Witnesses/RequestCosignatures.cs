using System.Data.Common;
using Microsoft.Extensions.Logging;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Witnesses;

/// <summary>
/// Asks the witnesses to cosign the newest checkpoint and stores their answers. Several processes may do so at once: submitting a checkpoint twice does no
/// harm.
/// </summary>
public sealed partial class RequestCosignatures(
    WitnessList witnesses, LogStore log, WitnessStatementFile words, WitnessClient client, TimeProvider clock, ILogger<RequestCosignatures>? logger = null)
{
    private static readonly TimeSpan ClockLimit = TimeSpan.FromSeconds(5);

    // For one that did not answer lately, where a release waits.
    private static readonly TimeSpan SilentLimit = TimeSpan.FromSeconds(0.5);

    private readonly SilentWitnesses silent = new(words.Path + ".silent");

    /// <summary>Asks all in parallel. Null where the log has not begun.</summary>
    /// <param name="again">Whether to ask also those that have cosigned this checkpoint: only then can one report that it has seen more since.</param>
    public Task<WitnessReport?> RunAsync(bool again, CancellationToken cancellation = default) => RunAsync(again, hurries: false, cancellation);

    // Whoever hurries does not wait again for a witness that did not answer lately.
    private async Task<WitnessReport?> RunAsync(bool again, bool hurries, CancellationToken cancellation)
    {
        if (await log.HeadAsync(cancellation) is not { } head)
        {
            return null;
        }

        var results = await Task.WhenAll(witnesses.Witnesses.Select(witness => AskAsync(witness, head, again, hurries, cancellation)));
        return new WitnessReport(head.Size, witnesses.Quorum, results);
    }

    /// <summary>Asks all whether they agree with the log as it is, before something is added to it. Takes bounded time.</summary>
    /// <returns>Null where the log has not begun.</returns>
    public async Task<WitnessReport?> BeforeReleaseAsync(TimeSpan limit, CancellationToken cancellation = default)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(limit);
        try
        {
            return await RunAsync(again: true, hurries: true, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NotInTime();
        }
    }

    private WitnessReport NotInTime() => new(0, witnesses.Quorum, [.. witnesses.Witnesses.Select(witness => new WitnessResult(witness, false, false, "It was not asked in time."))]);

    /// <summary>Asks them after a release. Takes bounded time and never throws: the release stands whatever they answer, and the server goes on asking.</summary>
    /// <param name="waits">Whether to repeat until the quorum or the time limit is reached.</param>
    public async Task<WitnessReport?> AfterReleaseAsync(bool waits, TimeSpan limit, CancellationToken cancellation = default)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(limit);
        WitnessReport? report = null;
        try
        {
            while (true)
            {
                report = await RunAsync(again: false, hurries: true, bound.Token);
                if (!waits || report is null or { IsReached: true } or { IsAlarm: true })
                {
                    return report;
                }

                await Task.Delay(TimeSpan.FromSeconds(0.5), clock, bound.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (logger is not null && !cancellation.IsCancellationRequested)
            {
                LogNotAsked(logger, fault);
            }

            // The last known state; the next round finds out the rest.
            return report ?? NotInTime();
        }
    }

    /// <summary>
    /// The latest time of a witness's clock that can be compared with this machine's: asked just now, or within the time a clock may be ahead. Null where no
    /// witness answers. Takes bounded time and never throws.
    /// </summary>
    public async Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation = default)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(ClockLimit);
        try
        {
            if (Told() is { } told && clock.GetUtcNow() - told <= ClockFault.Tolerance)
            {
                return told;
            }

            return (await RunAsync(again: true, hurries: true, bound.Token))?.Results.Max(result => result.SaidAt);
        }
        catch (Exception fault) when (fault is OperationCanceledException or DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    // By the witnesses' own clocks: only cosignatures have a time.
    private DateTimeOffset? Told() => words.Read().OfType<WitnessStatement.Cosigned>()
        .Where(said => witnesses.Witnesses.Any(witness => witness.Key.Equals(said.Witness))).Max(said => (DateTimeOffset?)said.At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The witnesses could not all be asked about a release, which stands; they are asked again")]
    private static partial void LogNotAsked(ILogger logger, Exception fault);

    private async Task<WitnessResult> AskAsync(PolicyWitness witness, LogHead head, bool again, bool hurries, CancellationToken cancellation)
    {
        var last = await log.LastCosignedAsync(witness.Key, head.Size, cancellation);
        if (last == head.Size && !again)
        {
            return new WitnessResult(witness, true, false, "It has cosigned the log.");
        }

        var answer = await PostAsync(witness, head, last, hurries, cancellation);
        if (answer is AddCheckpointResponse.SawOtherSize(var seen))
        {
            // Read again after the answer: what the witness saw was committed before, here or by another process.
            head = await log.HeadAsync(cancellation) ?? head;
            if (seen > head.Size)
            {
                words.Keep(new WitnessStatement.SawMore(witness.Key, seen, clock.GetUtcNow()));
                return new WitnessResult(witness, false, true, $"It has seen {seen} entries, more than the log has: the log was set back. Nothing more is released before that is resolved.");
            }

            answer = await PostAsync(witness, head, seen, hurries, cancellation);
        }

        return answer switch
        {
            AddCheckpointResponse.Cosigned(var lines) => await KeepAsync(witness, head, lines, cancellation),
            AddCheckpointResponse.Contradicted => Alarm(witness, head),
            AddCheckpointResponse.SawOtherSize => new WitnessResult(witness, false, false, "It named another size twice; it will be asked again."),
            AddCheckpointResponse.UnknownLog => new WitnessResult(witness, false, false, "It does not know this log: its operator must add the log's key."),
            AddCheckpointResponse.SignatureRefused => new WitnessResult(witness, false, false, "It knows another key of this log: its operator must add the new one."),
            AddCheckpointResponse.Unusable(var status, var reason) => new WitnessResult(witness, false, false, status == 0 ? reason : $"Its answer ({status}) cannot be used: {reason}"),
            _ => throw new NotSupportedException($"{answer.GetType().Name} is an unknown answer."),
        };
    }

    private async Task<AddCheckpointResponse> PostAsync(PolicyWitness witness, LogHead head, long seen, bool hurries, CancellationToken cancellation)
    {
        var request = new AddCheckpointRequest(seen, await log.ConsistencyAsync(seen, head.Size, cancellation), head.Checkpoint);
        var answer = await client.PostAsync(witness, request, cancellation, hurries && silent.IsSilent(witness.Key, clock.GetUtcNow()) ? SilentLimit : null);
        silent.Keep(witness.Key, answer is not AddCheckpointResponse.Unusable { Status: 0 }, clock.GetUtcNow());
        return answer;
    }

    private async Task<WitnessResult> KeepAsync(
        PolicyWitness witness, LogHead head, IReadOnlyList<Cosignature> lines, CancellationToken cancellation)
    {
        await log.KeepAsync(head.Size, witness.Key, lines[0].Line, cancellation);

        // Time of the witness's own clock.
        var said = DateTimeOffset.FromUnixTimeSeconds(Math.Min(lines[0].Time, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

        // The file outside the database is written last: after an interruption only the database knows, and the next round writes it.
        words.Keep(new WitnessStatement.Cosigned(witness.Key, head.Size, head.Root, said));
        return new WitnessResult(witness, true, false, "It has cosigned the log.") { SaidAt = said };
    }

    private WitnessResult Alarm(PolicyWitness witness, LogHead head)
    {
        words.Keep(new WitnessStatement.Contradicted(witness.Key, head.Size, clock.GetUtcNow()));
        return new WitnessResult(witness, false, true, $"It says that the log of {head.Size} entries contradicts what it has seen. Nothing more is released before that is resolved.");
    }
}
