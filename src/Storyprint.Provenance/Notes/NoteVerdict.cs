namespace Storyprint.Provenance.Notes;

/// <summary>The verdict on the signatures of a note for somebody who knows certain keys.</summary>
public abstract record NoteVerdict
{
    private NoteVerdict()
    {
    }

    /// <summary>At least one known key signed, and none of their signatures is wrong.</summary>
    public sealed record Verified(IReadOnlyList<VerifiedSignature> Signatures) : NoteVerdict;

    /// <summary>No line is by a known key: the text must be ignored.</summary>
    public sealed record NoKnownSignature : NoteVerdict;

    /// <summary>A line names a known key but is not its signature of this text: the text must be ignored.</summary>
    public sealed record WrongSignature(VerifierKey Key) : NoteVerdict;
}

/// <summary>A signature line and the known key that it was verified with.</summary>
public sealed record VerifiedSignature(VerifierKey Key, NoteSignature Line);
