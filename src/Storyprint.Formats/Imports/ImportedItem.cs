namespace Storyprint.Formats.Imports;

/// <summary>One item of somebody else's archive, as a reader of its format understood it. Every item of a file becomes exactly one of these.</summary>
public abstract record ImportedItem
{
    private protected ImportedItem() { }

    /// <summary>What the item is called in its own archive, stable between two exports: <c>wxr:example.org/?p=12</c>, <c>markdown:2024/ferry.md</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Line of the file the item begins at, counted from 1; 0 where a line says nothing.</summary>
    public int Line { get; init; }

    /// <summary>The item's headline or file name, for the report.</summary>
    public string Label { get; init; } = string.Empty;
}

/// <summary>A picture or other file the archive lists by itself; stories refer to it by its address.</summary>
public sealed record ImportedAttachment : ImportedItem
{
    public required string Address { get; init; }
}

/// <summary>An item that is no news and is left out on purpose: a menu entry, a revision of the other system, a style block.</summary>
public sealed record SkippedItem : ImportedItem
{
    /// <summary>What it is, in words for the report: "menu entry".</summary>
    public required string What { get; init; }
}

/// <summary>An item that cannot be taken in.</summary>
public sealed record RejectedItem : ImportedItem
{
    /// <summary>Why, and what to do about it, in a sentence.</summary>
    public required string Reason { get; init; }
}
