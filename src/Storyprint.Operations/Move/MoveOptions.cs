namespace Storyprint.Operations.Move;

/// <summary>The options of a move.</summary>
/// <param name="To">The new database, as in a setting; null where it stays.</param>
/// <param name="From">The old one; null for the publication's own.</param>
/// <param name="MediaTo">The new place of the pictures, as in a setting; null where they stay.</param>
/// <param name="MediaFrom">Their old place; null for the publication's own.</param>
/// <param name="IsSwitch">Whether to write the new places into the settings.</param>
public sealed record MoveOptions(string? To, string? From, string? MediaTo, string? MediaFrom, bool IsSwitch);
