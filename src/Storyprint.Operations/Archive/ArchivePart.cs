namespace Storyprint.Operations.Archive;

/// <summary>Addresses that are asked together, because they change together: the pages of a story, a list, a tile of the log.</summary>
/// <param name="Name">What the ledger calls it; unique.</param>
/// <param name="ContentStamp">Of everything its files are made from; null where nobody can say, so that it is always asked.</param>
internal sealed record ArchivePart(string Name, string? ContentStamp, IReadOnlyList<ArchiveAddress> Addresses);

/// <summary>An address of the site that becomes a file.</summary>
/// <param name="Target">Percent-encoded, from the root.</param>
internal sealed record ArchiveAddress(string Target)
{
    /// <summary>Addresses that answer the same to the byte; they get copies.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The address whose file holds the answer, where it must not stand at its own.</summary>
    public string? KeptAs { get; init; }

    /// <summary>The answer that is kept.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Whether another answer means only that there is no such file.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether further pages follow at <c>/2</c>, <c>/3</c> …, until there are no more.</summary>
    public bool IsSeries { get; init; }

    /// <summary>Whether only a redirect is kept.</summary>
    public bool IsLegacyUrl { get; init; }
}
