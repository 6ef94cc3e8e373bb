using Storyprint.Storage.Imports;

namespace Storyprint.Newsroom.Imports;

/// <summary>What an administrator chose for a run.</summary>
public sealed record ImportChoices
{
    /// <summary>What the record of acts calls the archive: the name of its file or folder.</summary>
    public string Archive { get; init; } = "archive";

    /// <summary>Whether everything comes in unpublished.</summary>
    public bool DraftsOnly { get; init; }

    /// <summary>How published stories are treated whose archive has another text now.</summary>
    public ImportRules Rules { get; init; } = new();
}
