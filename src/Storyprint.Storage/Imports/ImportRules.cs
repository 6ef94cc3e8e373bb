using Storyprint.Stories.Releases;
using Storyprint.Text.Spelling;

namespace Storyprint.Storage.Imports;

/// <summary>How a run treats published stories whose archive has another text now. Without a note only what is provably harmless is released.</summary>
public sealed record ImportRules
{
    /// <summary>The public note of updates that need one.</summary>
    public ReleaseNote? Note { get; init; }

    /// <summary>The note with which such changes are released as corrections.</summary>
    public string? Correction { get; init; }

    /// <summary>Without them no correction of spelling is recognised.</summary>
    public ISpellingDictionaries? Dictionaries { get; init; }
}
