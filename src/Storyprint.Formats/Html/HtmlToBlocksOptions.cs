namespace Storyprint.Formats.Html;

/// <summary>What must be known about a piece of HTML besides its text.</summary>
public sealed record HtmlToBlocksOptions
{
    /// <summary>The address the HTML stood at; relative links and pictures are read against it. Null keeps paths as they are.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// Answers where a picture of a relative address is (null: nowhere we may look). Without it <see cref="Address"/> decides.
    /// </summary>
    public Func<string, string?>? FindPicture { get; init; }

    /// <summary>Whether line ends are line breaks and empty lines end a paragraph, as in text typed into WordPress' classic editor.</summary>
    public bool NewlinesBreak { get; init; }

    /// <summary>Whether a picture's title is its caption, with the credit behind a bar: <c>![alt](file "Caption | Credit")</c>.</summary>
    public bool TitlesAreCaptions { get; init; }
}
