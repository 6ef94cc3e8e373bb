namespace Storyprint.Storage.Schema;

/// <summary>Failed sign-ins of a name, an address or a browser.</summary>
public sealed class SignInThrottleRow
{
    /// <summary>A digest: the table is no list of names and addresses.</summary>
    public required string Key { get; set; }

    public int Failures { get; set; }

    public long LastAt { get; set; }
}
