using Storyprint.Newsroom.Witnesses;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Log;
using Storyprint.Verification;

namespace Storyprint.Operations.Recovery;

/// <summary>
/// Asks whoever may have seen more of the log than a database that was found on another server: the marks of the other nodes, the witnesses, and the checks of this
/// machine. It clears the database only where those who answered would know of every entry that anybody was shown.
/// </summary>
internal sealed class AskOtherNodes(Installation installation)
{
    public async Task<LogInquiry> RunAsync(CancellationToken cancellation)
    {
        var size = await installation.Stores.Log.SizeAsync(cancellation);
        if (EarlierCheck.Of(installation.Log.Publisher.KeyName(KeyRole.Log)) is { } check && check.Size > size)
        {
            return new LogInquiry(false, []) { Problem = new LogProblem.NodeAhead("that ran 'storyprint verify'", check.File, check.Size, check.At, size) };
        }

        (bool Clears, string Sentence)?[] answers = [await MarksAsync(size, cancellation), await WitnessesAsync(cancellation)];
        return answers.All(answer => answer is null)
            ? LogInquiry.Nobody
            : new LogInquiry(answers.Any(answer => answer is { Clears: true }), [.. answers.Where(answer => answer is not null).Select(answer => answer!.Value.Sentence)]);
    }

    // Each process leaves its mark before a release is acknowledged. Where none of them is as far as this database, the place was not in use when the newest entry
    // was signed, and says nothing of those that followed.
    private async Task<(bool, string)?> MarksAsync(long size, CancellationToken cancellation)
    {
        if (installation.Log.Mark.Shared is not { } shared)
        {
            return null;
        }

        try
        {
            var marks = await shared.ReadAsync(cancellation);
            return marks.MaxBy(mark => mark.Mark.Size) is not { } most ? (false, $"In {shared.Place} nobody has left a mark yet.")
                : (most.Mark.Size >= size, $"Of the {marks.Count} marks in {shared.Place} the furthest is that of {most.Node}, at {most.Mark.Size:N0} entries.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (false, $"The marks in {shared.Place} cannot be read: {fault.Message.TrimEnd('.')}.");
        }
    }

    // Two quorums have a witness in common where together they are more than all: one of those who answered has seen whatever was shown with a quorum.
    private async Task<(bool, string)?> WitnessesAsync(CancellationToken cancellation)
    {
        var named = installation.Witnesses;
        if (named.IsEmpty)
        {
            return null;
        }

        using var client = new WitnessClient();
        var agreed = (await installation.RequestCosignatures(client).RunAsync(again: true, cancellation))?.SeenBy ?? 0;
        var clears = installation.Publication.ReleaseWaitsForWitnesses && named.Quorum > 0 && agreed + named.Quorum > named.Witnesses.Count;
        return (clears, $"{agreed} of {named.Witnesses.Count} witnesses have seen no more than this database holds.");
    }
}
