using System.Data.Common;
using Storyprint.Storage.Log;

namespace Storyprint.Serving.Health;

/// <summary>
/// Whether this node can serve readers: the database answers, and the log can be read. However many ask at once, the database is asked once, and its
/// answer holds for a second: whoever floods the address costs no more than one who asks.
/// </summary>
/// <param name="limit">How long the database may take.</param>
internal sealed partial class ReadinessCheck(LogStore log, MarkLag mark, TimeProvider clock, ILogger<ReadinessCheck> logger, TimeSpan limit)
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

    /// <summary>Whether the end of the program has begun.</summary>
    public bool IsStopping => isStopping;

    /// <summary>What an administrator must know of a node that serves, in words that anybody may read; null where all is well.</summary>
    public string? Warning => mark.Warning;

    /// <summary>From here on the answer is no, so that a balancer sends nobody any more.</summary>
    public void BeginStop() => isStopping = true;

    /// <summary>Null when readers can be served; otherwise why not, in words that anybody may read. The particulars stand in the program's log.</summary>
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

    // Said when it changes, not each time somebody asks.
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
