namespace Storyprint.Storage.Schema;

/// <summary>The name behind the slug of a section, topic or author in an edition.</summary>
public sealed class TermRow
{
    /// <summary><c>section</c>, <c>topic</c> or <c>byline</c>.</summary>
    public required string Kind { get; set; }

    public required string Edition { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }
}
