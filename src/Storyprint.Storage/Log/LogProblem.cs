using System.Globalization;
using Storyprint.Provenance.Names;

namespace Storyprint.Storage.Log;

/// <summary>Why the log cannot be signed now, each case with what the administrator can do about it.</summary>
public abstract record LogProblem(string Sentence)
{
    /// <summary>The database holds less than was published before: it was restored from a backup, or replaced.</summary>
    public sealed record SetBack(long MarkedSize, DateTimeOffset MarkedAt, long Size) : LogProblem(
        $"The log in this database has {Number(Size)} entries, but {Number(MarkedSize)} were published by {Moment(MarkedAt)}. The database was set back, perhaps restored from a "
        + "backup. Releasing now would write a second history over what others have already seen, so nothing is released. Put the newer database back if there is one; "
        + "otherwise run 'storyprint log recover', which takes the missing entries from an archive, a mirror or the old server's log.");

    /// <summary>The database holds a history other than the published one.</summary>
    public sealed record Forked(long MarkedSize, DateTimeOffset MarkedAt) : LogProblem(
        $"The first {Number(MarkedSize)} entries of the log in this database are not those that were published by {Moment(MarkedAt)}. Somebody has changed the log, or this is the "
        + "database of another history. Nothing is released. Put the right database back, or run 'storyprint log recover'.");

    /// <summary>The mark outside the database exists but cannot be read.</summary>
    public sealed record MarkUnreadable(string Path, string Reason) : LogProblem(
        $"The file {Path} tells how far the log had got, and it cannot be read ({Reason.TrimEnd('.')}), so nobody can tell whether the database was set back. Nothing is released. Look at "
        + "the file's owner and rights, or put your newest copy of it back. If it is lost, run 'storyprint log recover' with an archive, a mirror or the old server, and take "
        + "the file away once the database holds everything that was published: the next release makes a new one.");

    /// <summary>The last mark is torn, so at least one more entry was published than the mark before says, and the database does not hold it.</summary>
    public sealed record MarkTorn(string Path, long MarkedSize, DateTimeOffset MarkedAt, long Size) : LogProblem(
        $"The last line of {Path} is half written. The line before it says that {Number(MarkedSize)} entries were published by {Moment(MarkedAt)}, so at least one more was published "
        + $"since, and the log in this database has {Number(Size)}. The database was set back, perhaps restored from a backup. Nothing is released. Put the newer database back if "
        + "there is one; otherwise run 'storyprint log recover'. If nothing was published since, take the last line out of the file.");

    /// <summary>A witness has seen more of the log than the database holds: it was set back, and the mark with it.</summary>
    public sealed record WitnessAhead(string Witness, long Seen, DateTimeOffset At, long Size) : LogProblem(
        $"The witness {Witness} said at {Moment(At)} that it had seen {Number(Seen)} entries of this log, and the database has {Number(Size)}. The database was set back, "
        + "perhaps restored from a backup. Nothing is released. Put the newer database back, or run 'storyprint log recover'. If the witness is wrong, ask its operator, "
        + "and take it out of the settings until then.");

    /// <summary>A witness has seen a history other than that in the database.</summary>
    public sealed record WitnessContradicts(string Witness, long SeenSize, DateTimeOffset At) : LogProblem(
        $"The witness {Witness} said at {Moment(At)} that the log of {Number(SeenSize)} entries contradicts what it had seen before. Somebody has changed the log, or this is the "
        + "database of another history. Nothing is released. Put the right database back and run 'storyprint log status', which asks the witnesses again. If the witness is "
        + "wrong, ask its operator, and take it out of the settings until then.");

    /// <summary>Another node has seen more of the log than the database holds.</summary>
    public sealed record NodeAhead(string Node, string Place, long Seen, DateTimeOffset At, long Size) : LogProblem(
        $"The node {Node} had seen {Number(Seen)} entries of this log by {Moment(At)} (its mark in {Place}), and the database has {Number(Size)}. The database was set back: a standby was "
        + "promoted that had not got everything, or a backup was restored. Nothing is released. Put the newer database back, or run 'storyprint log recover'. If what is missing is "
        + "lost for good, tell the public first, and only then take that mark away.");

    /// <summary>Another node has seen a history other than that in the database.</summary>
    public sealed record NodeContradicts(string Node, string Place, long SeenSize, DateTimeOffset At) : LogProblem(
        $"The first {Number(SeenSize)} entries of the log in this database are not those that the node {Node} had seen by {Moment(At)} (its mark in {Place}). Two databases have been "
        + "written to with one set of keys, or somebody has changed the log. Nothing is released. Stop all nodes, find out which history readers and witnesses have seen, and put its database back.");

    /// <summary>The database answers from another server or another history of it than the log was last signed on, and nothing says that it holds everything.</summary>
    /// <param name="Asked">What those who could be asked said, a sentence each.</param>
    public sealed record ServerChanged(IReadOnlyList<string> Asked, long Size, DateTimeOffset? NewestAt) : LogProblem(
        "The database is not on the server, or not of the history, on which this log was last signed: a standby was promoted, a copy restored, or a closed database opened again. "
        + $"It has {Number(Size)} entries{(NewestAt is { } at ? $", the newest of {Moment(at)}" : "")}; what was released after that may be missing, and nothing here can tell. {string.Join(' ', Asked)}"
        + " Nothing is released. If the former server or a standby that got further is still there, use it. Otherwise 'storyprint log confirm' shows what may be lost and, with --yes, goes on from here. "
        + "Nodes that all name one place in STORYPRINT_MARKS find out by themselves.");

    /// <summary>Releases wait for a quorum of witnesses, and too few of them answer.</summary>
    /// <param name="Missing">Those that do not, each with its reason.</param>
    public sealed record QuorumMissing(int Answered, int Quorum, IReadOnlyList<string> Missing) : LogProblem(
        $"Releases wait for {Quorum} witnesses, and {Answered} agree now. {string.Join(' ', Missing)} Nothing is released. Try again when they answer. If it cannot wait, set releaseWaitsForWitnesses to "
        + "false in the settings, or witnessQuorum to what answers, until they do.");

    /// <summary>The stored log is inconsistent.</summary>
    public sealed record Damaged(string Detail) : LogProblem(
        $"The log in the database is damaged: {Detail} Nothing is released. Restore the database, then run 'storyprint log recover' if entries are missing.");

    public sealed record KeyMissing(KeyRole Role, string Path) : LogProblem(
        $"The {Role.Word} key is missing: there is no file {Path}. Pages are served as before, but nothing can be released. Put the key back from where you keep a copy; if it is "
        + $"lost for good, run 'storyprint keys rotate {Role.Word} --lost'.");

    public sealed record KeyUnusable(KeyRole Role, string Path, string Reason) : LogProblem(
        $"The {Role.Word} key in {Path} cannot be used: {Reason} Nothing is released.");

    /// <summary>The private key is not the one that the log's key list says is in use.</summary>
    public sealed record KeyWrong(KeyRole Role, string Path, string Expected) : LogProblem(
        $"{Path} is not the {Role.Word} key that is in use ({Expected}). Put that key back, or run 'storyprint keys rotate {Role.Word}' to begin to use another one. Nothing is released.");

    /// <summary>The public address was changed after the log began.</summary>
    public sealed record OtherPublisher(string Logged, string Now) : LogProblem(
        $"The log of this database belongs to {Logged}, and the publication's address now says {Now}. A log keeps its name for ever: set the address back.");

    /// <summary>The machine's clock is certainly wrong, and what is to be logged can wait until it is right.</summary>
    public sealed record ClockWrong(string Detail) : LogProblem($"{Detail} Have the clock checked; until then nothing is published or imported. Corrections, retractions and withdrawals go through.");

    /// <summary>The database cannot be reached or used.</summary>
    public sealed record DatabaseFails(string Detail) : LogProblem(Detail);

    /// <summary>No log has been begun: the program prepares it at each start.</summary>
    public sealed record KeyChangedMeanwhile(KeyRole Role) : LogProblem($"The {Role.Word} key was changed since this was looked at; nothing was done. Look at the keys as they are now.");

    public sealed record NoMoreKeys(KeyRole Role, int Most) : LogProblem(
        $"There have been nearly {Most} {Role.Word} keys, and a seal has room for no more; the last place is kept for a key in wrong hands. Go on with the key in use.");

    public sealed record NotBegun() : LogProblem("The log has not been begun. Start Storyprint once with 'storyprint serve', then release again.");

    private protected static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private protected static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>Carries a <see cref="LogProblem"/> out of a transaction, which is rolled back; caught where outcomes are made.</summary>
public sealed class LogRefusedException(LogProblem problem) : Exception(problem.Sentence)
{
    public LogProblem Problem { get; } = problem;
}
