namespace Storyprint.Storage.Library;

/// <summary>Which pictures of the library are wanted.</summary>
public sealed record LibraryFilter
{
    /// <summary>Words that all stand in title, caption, alternative text, credit, people, places or keywords, each as a beginning.</summary>
    public string Words { get; init; } = string.Empty;

    public LibrarySelection Selection { get; init; }

    /// <summary>How many are left out, from the newest.</summary>
    public int From { get; init; }
}

/// <summary>A part of the library.</summary>
public enum LibrarySelection
{
    All,

    /// <summary>In no published story.</summary>
    Unused,

    /// <summary>Their rights have ended, or end within thirty days.</summary>
    Rights,

    /// <summary>Without alternative text or credit.</summary>
    Undescribed,

    /// <summary>That look like another.</summary>
    Alike,
}
