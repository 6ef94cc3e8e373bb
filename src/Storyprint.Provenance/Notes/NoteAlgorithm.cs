namespace Storyprint.Provenance.Notes;

/// <summary>The signature types that are read and written here (signed-note, "Signature types"). Lines of every other type are kept but count for nothing.</summary>
public enum NoteAlgorithm
{
    /// <summary>0x01: Ed25519 over the note's text.</summary>
    Ed25519 = 1,

    /// <summary>0x04: Ed25519 with a time, over a checkpoint (tlog-cosignature, <c>cosignature/v1</c>).</summary>
    Cosignature = 4,
}
