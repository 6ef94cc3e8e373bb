namespace Storyprint.Formats.Html;

/// <summary>Options for converting a piece of HTML.</summary>
public sealed record HtmlToBlocksOptions
{
    /// <summary>The base address for relative links and pictures. Null keeps paths unchanged.</summary>
    public Uri? Address { get; init; }

    /// <summary>Resolves the relative address of a picture (null: outside the archive). Without it <see cref="Address"/> is the base.</summary>
    public Func<string, string?>? FindPicture { get; init; }

    /// <summary>Whether an absolute address is that of a story of the same archive; links to those become paths, which lead to the stories here.</summary>
    public Func<string, bool>? IsOfArchive { get; init; }

    /// <summary>Finds the file of the archive that a link without a host leads to: its path from the archive's folder, beginning with a slash; null where there is none.</summary>
    public Func<string, string?>? FindFile { get; init; }

    /// <summary>The publication's own address, for a text that is written for it: its absolute links to stories become paths, which keep no word of a headline.</summary>
    public Uri? PublishedAt { get; init; }

    /// <summary>Whether line ends are line breaks and empty lines end a paragraph, as in WordPress's classic editor.</summary>
    public bool NewlinesBreak { get; init; }

    /// <summary>Whether a picture's title is its caption, with the credit after a bar: <c>![alt](file "Caption | Credit")</c>.</summary>
    public bool TitlesAreCaptions { get; init; }
}
