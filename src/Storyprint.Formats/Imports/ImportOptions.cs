using System.Text;
using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Imports;

/// <summary>What import readers need to know about the publication.</summary>
public sealed record ImportOptions
{
    public required Publication Publication { get; init; }

    /// <summary>The edition of items without a language, or with one that the publication has no edition for.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Whether the item is to be released now, so that its own date and status do not matter.</summary>
    public bool IsForRelease { get; init; }

    /// <summary>The name that was given to the archive, by which its items are known again; null where nobody gave one.</summary>
    public string? Archive { get; init; }

    /// <summary>Which number comes first in a date such as 03/04/2024, where somebody said so.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>The encoding of texts that are no UTF-8 and do not say what they are, where somebody said so.</summary>
    public Encoding? Encoding { get; init; }

    // What is released at once is nobody's guess.
    internal UnlabelledText? Unlabelled => IsForRelease ? null : new(Encoding, [.. Publication.Editions.Select(edition => edition.Language).Prepend(Edition.Language).Distinct()]);

    /// <summary>Says what lies in the future.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
