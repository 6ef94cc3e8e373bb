using Storyprint.Provenance.Witnesses;

namespace Storyprint.Storage.Log.Witnesses;

/// <summary>The result of asking the witnesses to cosign the newest checkpoint.</summary>
/// <param name="Size">The size of the checkpoint.</param>
/// <param name="Quorum">How many must have cosigned it; 0 requires none.</param>
public sealed record WitnessReport(long Size, int Quorum, IReadOnlyList<WitnessResult> Results)
{
    /// <summary>How many have cosigned it.</summary>
    public int SeenBy => Results.Count(result => result.HasCosigned);

    public bool IsReached => SeenBy >= Quorum;

    public bool IsAlarm => Results.Any(result => result.IsAlarm);
}

/// <summary>The result of asking one witness.</summary>
/// <param name="IsAlarm">Whether it has seen another history: nothing is released until that is resolved.</param>
/// <param name="Sentence">What happened; the same sentence each time the same happens.</param>
public sealed record WitnessResult(PolicyWitness Witness, bool HasCosigned, bool IsAlarm, string Sentence)
{
    /// <summary>When it cosigned, by its own clock; null where it was not asked now or did not.</summary>
    public DateTimeOffset? SaidAt { get; init; }
}
