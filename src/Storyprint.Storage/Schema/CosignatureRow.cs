namespace Storyprint.Storage.Schema;

/// <summary>A witness's line under the checkpoint of a size.</summary>
public sealed class CosignatureRow
{
    public long TreeSize { get; set; }

    /// <summary>The witness's vkey.</summary>
    public required string Vkey { get; set; }

    /// <summary>The signature line as it is served.</summary>
    public required byte[] Line { get; set; }
}
