namespace Storyprint.People.Desks;

/// <summary>A desk of the newsroom.</summary>
/// <param name="Slug">What the database and the record call it.</param>
public sealed record Desk(string Slug, string Name);
