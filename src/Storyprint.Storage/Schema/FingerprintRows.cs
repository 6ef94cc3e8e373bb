namespace Storyprint.Storage.Schema;

/// <summary>A sorted run of fingerprints; runs are merged as they become many.</summary>
public sealed class FingerprintRunRow
{
    public long Id { get; set; }

    /// <summary>How many postings its blocks hold.</summary>
    public long Postings { get; set; }
}

/// <summary>A block of a run.</summary>
public sealed class FingerprintBlockRow
{
    public long RunId { get; set; }

    /// <summary>No hash of the block is smaller, none of the block before is as large.</summary>
    public long FirstHash { get; set; }

    /// <summary>As <c>Storyprint.Storage.Matching.PostingBlock</c> writes them.</summary>
    public required byte[] Postings { get; set; }
}
