namespace Storyprint.Operations.Archive;

/// <summary>Addresses that are requested together because they change together: the pages of a story, a list, a tile of the log.</summary>
/// <param name="Name">Its unique name in the ledger.</param>
/// <param name="ContentStamp">The stamp of everything its files are made from; null where that is unknown, so that it is always requested.</param>
internal sealed record ArchivePart(string Name, string? ContentStamp, IReadOnlyList<ArchiveAddress> Addresses);

/// <summary>An address of the site that becomes a file.</summary>
/// <param name="Target">Percent-encoded, from the root.</param>
internal sealed record ArchiveAddress(string Target)
{
    /// <summary>Addresses with the same content; they get copies.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The address whose file holds the response, where that must not be its own.</summary>
    public string? KeptAs { get; init; }

    /// <summary>The status of the response that is kept.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Whether another status only means that the file does not exist.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether pages follow at <c>/2</c>, <c>/3</c> …, up to the first that does not exist.</summary>
    public bool IsSeries { get; init; }

    /// <summary>Whether only a redirect is kept.</summary>
    public bool IsLegacyUrl { get; init; }
}
