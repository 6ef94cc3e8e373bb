namespace Storyprint.Storage.Schema;

/// <summary>A value that a setting had or has. Rows are only added.</summary>
public sealed class SettingVersionRow
{
    /// <summary>Grows with each change, whichever setting it is of: the position of the settings.</summary>
    public long Id { get; set; }

    public required string Key { get; set; }

    /// <summary>JSON; <c>null</c> where the setting was taken away.</summary>
    public required string Value { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Releases.ReleaseMeans"/>.</summary>
    public int ChangedVia { get; set; }

    public string? Reason { get; set; }

    public required string CorrelationId { get; set; }

    /// <summary>The version before; null for the first.</summary>
    public long? PreviousId { get; set; }

    /// <summary>The version whose value it brought back; null where it is a value of its own.</summary>
    public long? RevertsTo { get; set; }
}
