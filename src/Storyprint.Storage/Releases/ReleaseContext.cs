using System.Diagnostics;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Releases;

/// <summary>
/// Who makes a release, by which means and why. Kept with the revision and in traces, for the newsroom and its administrators; never shown to readers, the
/// public log or archives.
/// </summary>
public sealed record ReleaseContext
{
    private const int MaxLength = 500;

    /// <param name="actor">An account of the newsroom, a user of the machine, or a program.</param>
    /// <param name="reason">Why, in a few words; or null.</param>
    /// <param name="correlationId">Groups related acts, such as those of one import or one request; null takes the id of the current trace, or a new one.</param>
    /// <exception cref="ArgumentException">The actor is empty.</exception>
    public ReleaseContext(string actor, ReleaseMeans means, string? reason = null, string? correlationId = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        Actor = Cut(actor);
        Means = Enum.IsDefined(means) ? means : throw new ArgumentOutOfRangeException(nameof(means), means, null);
        Reason = string.IsNullOrWhiteSpace(reason) ? null : Cut(reason);
        CorrelationId = string.IsNullOrWhiteSpace(correlationId) ? Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString("n") : Cut(correlationId);
    }

    public string Actor { get; }

    public ReleaseMeans Means { get; }

    public string? Reason { get; }

    public string CorrelationId { get; }

    /// <summary>The person of the newsroom who acts; null for users of a machine and programs.</summary>
    public string? PersonId { get; init; }

    /// <summary>What the person may do; null for users of a machine and programs, who may do whatever the machine can.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>The network address that the act came from, where it came over the network.</summary>
    public string? NetworkAddress { get; init; }

    /// <summary>The user of this machine who runs the program: <c>anna@desk-3</c>.</summary>
    public static ReleaseContext FromMachineUser(ReleaseMeans means, string? reason = null) =>
        new($"{Environment.UserName}@{Environment.MachineName}", means, reason);

    /// <summary>The same person by another means: an import that somebody started makes releases as an import.</summary>
    public ReleaseContext As(ReleaseMeans means) => new(Actor, means, Reason, CorrelationId) { PersonId = PersonId, Permissions = Permissions, NetworkAddress = NetworkAddress };

    /// <summary>The same means on behalf of another context, of which this is a part; itself where that is null.</summary>
    public ReleaseContext InNameOf(ReleaseContext? other) => other is null ? this : new ReleaseContext(other.Actor, Means, other.Reason, other.CorrelationId) { PersonId = other.PersonId };

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}

/// <summary>The means of a release; the numbers are stored in the database.</summary>
public enum ReleaseMeans
{
    CommandLine = 1,
    Schedule = 2,
    Import = 3,
    Recovery = 4,
    Newsroom = 5,
    Api = 6,
}

internal static class ReleaseMeansWords
{
    extension(ReleaseMeans means)
    {
        /// <summary>The name in metrics and traces.</summary>
        public string Word => means switch
        {
            ReleaseMeans.CommandLine => "command_line",
            ReleaseMeans.Schedule => "schedule",
            ReleaseMeans.Import => "import",
            ReleaseMeans.Recovery => "recovery",
            ReleaseMeans.Newsroom => "newsroom",
            ReleaseMeans.Api => "api",
            _ => throw new ArgumentOutOfRangeException(nameof(means), means, null),
        };
    }
}
