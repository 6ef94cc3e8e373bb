using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;

namespace Storyprint.Storage.Log;

/// <summary>The private keys in use, checked against the key list.</summary>
internal sealed class KeyRing(SignerKey log, SignerKey? previousLog, SignerKey seal, int sealOrdinal) : IDisposable
{
    /// <summary>The signers of a checkpoint.</summary>
    public IReadOnlyList<SignerKey> Log { get; } = previousLog is null ? [log] : [log, previousLog];

    public SignerKey Seal { get; } = seal;

    public int SealOrdinal { get; } = sealOrdinal;

    /// <summary>Reads the keys that the list says are in use.</summary>
    public static (KeyRing? Ring, LogProblem? Problem) Load(KeyFolder folder, PublisherName publisher, IReadOnlyList<PublishedKey> listed)
    {
        if (!TryTake(folder, KeyRole.Log, publisher, listed, out var log, out _, out var problem))
        {
            return (null, problem);
        }

        if (!TryTake(folder, KeyRole.Seal, publisher, listed, out var seal, out var ordinal, out problem))
        {
            log!.Dispose();
            return (null, problem);
        }

        var previous = folder.PreviousLogKey(publisher);
        var isListed = previous is not null && listed.Any(key => key.Status == KeyStatus.Retired && key.Key.Equals(previous.Verifier));
        if (!isListed)
        {
            previous?.Dispose();
        }

        return (new KeyRing(log!, isListed ? previous : null, seal!, ordinal), null);
    }

    /// <summary>Whether these are still the keys in use.</summary>
    public bool IsInUse(IReadOnlyList<PublishedKey> listed)
    {
        var active = listed.Where(key => key.Status == KeyStatus.Active).ToList();
        return active.Any(key => key.Key.Equals(Log[0].Verifier)) && active.Any(key => key.Key.Equals(Seal.Verifier) && key.Ordinal == SealOrdinal);
    }

    public void Dispose()
    {
        foreach (var key in Log)
        {
            key.Dispose();
        }

        Seal.Dispose();
    }

    private static bool TryTake(
        KeyFolder folder, KeyRole role, PublisherName publisher, IReadOnlyList<PublishedKey> listed, out SignerKey? key, out int ordinal, out LogProblem? problem)
    {
        var active = listed.LastOrDefault(one => one.Role == role && one.Status == KeyStatus.Active);
        ordinal = active?.Ordinal ?? 0;
        if (active is not null)
        {
            folder.FinishRotation(role, publisher, active.Key);
        }

        if (!folder.TryRead(role, publisher, out key, out problem))
        {
            return false;
        }

        if (active is not null && key.Verifier.Equals(active.Key))
        {
            return true;
        }

        problem = new LogProblem.KeyWrong(role, folder.PathOf(role), active?.Key.ToString() ?? "none is");
        key.Dispose();
        return false;
    }
}
