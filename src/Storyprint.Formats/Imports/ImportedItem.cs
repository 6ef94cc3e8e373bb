namespace Storyprint.Formats.Imports;

/// <summary>An item of an imported archive. Every item of a file becomes exactly one of these.</summary>
public abstract record ImportedItem
{
    private protected ImportedItem() { }

    /// <summary>The item's name in its archive, for the report: <c>wxr:example.org:12</c>, <c>markdown:2024/ferry.md</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Line where the item begins, from 1; 0 where lines have no meaning.</summary>
    public int Line { get; init; }

    /// <summary>The item's headline or file name, for the report.</summary>
    public string Label { get; init; } = string.Empty;
}

/// <summary>A picture or other file that the archive lists on its own; stories refer to its address.</summary>
public sealed record ImportedAttachment : ImportedItem
{
    public required string Address { get; init; }

    /// <summary>The addresses that led to it beside its own: its page, its number.</summary>
    public IReadOnlyList<string> LegacyUrls { get; init; } = [];

    /// <summary>What could not be imported of it, a sentence each.</summary>
    public required IReadOnlyList<string> ImportWarnings { get; init; }
}

/// <summary>An item that is no story and is skipped on purpose: a menu entry, a revision of the other system, a style block.</summary>
public sealed record SkippedItem : ImportedItem
{
    /// <summary>What it is, for the report: "menu entry".</summary>
    public required string What { get; init; }
}

/// <summary>An item that cannot be imported.</summary>
public sealed record RejectedItem : ImportedItem
{
    /// <summary>Why, and what to do about it, in a sentence.</summary>
    public required string Reason { get; init; }
}
