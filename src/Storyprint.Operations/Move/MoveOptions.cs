namespace Storyprint.Operations.Move;

/// <summary>What a move is asked to do.</summary>
/// <param name="To">The new database, as a setting names it; null where it stays.</param>
/// <param name="From">The old one; null for the publication's own.</param>
/// <param name="MediaTo">The new place of the pictures, as a setting names it; null where they stay.</param>
/// <param name="MediaFrom">Their old place; null for the publication's own.</param>
/// <param name="IsSwitch">Whether the settings shall name the new places.</param>
public sealed record MoveOptions(string? To, string? From, string? MediaTo, string? MediaFrom, bool IsSwitch);
