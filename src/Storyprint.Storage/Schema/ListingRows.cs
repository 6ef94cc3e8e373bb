namespace Storyprint.Storage.Schema;

/// <summary>A listed story under one of its topics.</summary>
public sealed class StoryTopicRow
{
    public required string Edition { get; set; }

    public required string Slug { get; set; }

    public long SortKey { get; set; }

    public long StoryId { get; set; }
}

/// <summary>A listed story under one of its authors.</summary>
public sealed class StoryBylineRow
{
    public required string Edition { get; set; }

    public required string Slug { get; set; }

    public long SortKey { get; set; }

    public long StoryId { get; set; }
}

/// <summary>The name behind the slug of a section, topic or author in an edition.</summary>
public sealed class TermRow
{
    /// <summary><c>section</c>, <c>topic</c> or <c>byline</c>.</summary>
    public required string Kind { get; set; }

    public required string Edition { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }
}

/// <summary>A public note that stands on a listed story, for the list of corrections.</summary>
public sealed class StoryNoteRow
{
    public required string Edition { get; set; }

    /// <summary>When the note was released, UTC milliseconds since 1970.</summary>
    public long ReleasedAt { get; set; }

    public long StoryId { get; set; }

    /// <summary>From 0 for the story's newest.</summary>
    public int Ordinal { get; set; }
}
