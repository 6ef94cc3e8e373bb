namespace Storyprint.Stories.Releases.Gate;

/// <summary>A line of a story as the gate compares it: a paragraph, an item, a caption, a name.</summary>
internal readonly record struct GateLine(string Text)
{
    /// <summary>The whole of it is somebody's words.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Only names stand in it: a byline, a speaker, a dateline, a credit.</summary>
    public bool IsNamed { get; init; }
}
