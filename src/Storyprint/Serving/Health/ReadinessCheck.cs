using System.Data.Common;
using Storyprint.Storage.Log;

namespace Storyprint.Serving.Health;

/// <summary>
/// Checks whether this node can serve readers: the database answers, and the log can be read. However many requests come, the database is queried once and its
/// answer is cached for a second, so flooding the endpoint costs no more than a single request.
/// </summary>
/// <param name="watchProblem">Why releases of other processes are noticed late; null where they are not.</param>
/// <param name="limit">The timeout of the database.</param>
internal sealed partial class ReadinessCheck(LogStore log, MarkLag mark, Func<string?> watchProblem, TimeProvider clock, ILogger<ReadinessCheck> logger, TimeSpan limit)
{
    public const string Stopping = "The program is stopping.";
    public const string NoAnswer = "The database does not answer.";
    public const string NoLog = "The log cannot be read.";

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private Task<string?> asked = Task.FromResult<string?>(null);
    private DateTimeOffset askAgainAt = DateTimeOffset.MinValue;
    private volatile bool isStopping;
    private string? said;

    /// <summary>Whether the shutdown has begun.</summary>
    public bool IsStopping => isStopping;

    /// <summary>A warning about a ready node, without secrets; null where all is well.</summary>
    public string? Warning => string.Join('\n', ((string?[])[mark.Warning, watchProblem()]).OfType<string>()) is { Length: > 0 } warnings ? warnings : null;

    /// <summary>Reports not ready from here on, so that load balancers send no more requests.</summary>
    public void BeginStop() => isStopping = true;

    /// <summary>Null when ready; otherwise the reason, without secrets. Details are in the program's log.</summary>
    public async Task<string?> ProblemAsync()
    {
        if (isStopping)
        {
            return Stopping;
        }

        Task<string?> answer;
        lock (guard)
        {
            if (asked.IsCompleted && clock.GetUtcNow() >= askAgainAt)
            {
                asked = Task.Run(AskAsync);
                askAgainAt = clock.GetUtcNow() + Holds;
            }

            answer = asked;
        }

        try
        {
            return await answer.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            Tell(NoAnswer, null);
            return NoAnswer;
        }
    }

    private async Task<string?> AskAsync()
    {
        var (problem, fault) = await ReadAsync();
        Tell(problem, fault);
        return problem;
    }

    private async Task<(string? Problem, Exception? Fault)> ReadAsync()
    {
        try
        {
            var marked = mark.Before();
            var head = await log.HeadAsync();
            mark.Compare(marked, head?.Size ?? 0);
            return (head is null ? NoLog : null, null);
        }
        catch (InvalidDataException damaged)
        {
            return (NoLog, damaged);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            return (NoAnswer, fault);
        }
    }

    // Logged when it changes, not at each request.
    private void Tell(string? problem, Exception? fault)
    {
        lock (guard)
        {
            if (said == problem)
            {
                return;
            }

            said = problem;
        }

        if (problem is null)
        {
            LogReady(logger);
        }
        else
        {
            LogProblem(logger, fault, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not ready for readers: {Problem}")]
    private static partial void LogProblem(ILogger logger, Exception? fault, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ready for readers again")]
    private static partial void LogReady(ILogger logger);
}
