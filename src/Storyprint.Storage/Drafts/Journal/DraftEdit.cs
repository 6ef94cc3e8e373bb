namespace Storyprint.Storage.Drafts.Journal;

/// <summary>An entry of a draft's history.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="PersonId">Null for what came from elsewhere.</param>
/// <param name="Author">The name of the person; empty for what came from elsewhere.</param>
/// <param name="Name">The name that somebody gave this state; null for none.</param>
public sealed record DraftEdit(long Version, DateTimeOffset At, DraftEditKind Kind, string? PersonId, string Author, string? Name);
