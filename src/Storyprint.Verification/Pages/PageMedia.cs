using AngleSharp.Dom;

namespace Storyprint.Verification.Pages;

/// <summary>The pictures, films, sounds and documents that a page shows or offers, and the stories that it leads to by their codes.</summary>
internal sealed class PageMedia(IElement article)
{
    // Taken at once: the words beside them are removed from the page before they are compared.
    private readonly List<string> pictures = [.. article.QuerySelectorAll("figure:not(.media) img").Select(image => image.GetAttribute("src")).Select(Hash).OfType<string>()];
    private readonly List<string> posters = [.. article.QuerySelectorAll("figure.media img, figure.media video[poster]").Select(still => still.GetAttribute("poster") ?? still.GetAttribute("src")).Select(Hash).OfType<string>()];
    private readonly List<string> played = [.. article.QuerySelectorAll("audio, video, .document p:has(.file) a").Select(file => file.GetAttribute("src") ?? file.GetAttribute("href")).Select(Hash).OfType<string>()];
    private readonly List<string> files = [.. article.QuerySelectorAll("figure.media .file, .document .file").Select(_ => string.Empty)];
    private readonly List<string?> stories = [.. article.QuerySelectorAll(".read-on a, .corrects a").Select(link => StoryAddress.CodeOf(link.GetAttribute("href") ?? string.Empty))];

    /// <summary>What is not as it was sealed, in a sentence; null where all is.</summary>
    public string? Problem(SealedLines lines) =>
        !pictures.SequenceEqual(lines.Pictures) ? "Its pictures are not those that were sealed."
        : !posters.SequenceEqual(lines.Of("poster")) ? "The stills of its films are not those that were sealed."
        : !IsOffered(lines) ? "Its sounds, films and documents are not those that were sealed."
        : !stories.SequenceEqual(lines.StoryLinks) ? "A link to another story leads to none that was sealed."
        : null;

    // Paper plays nothing: it names each file with the way to it.
    private bool IsOffered(SealedLines lines)
    {
        var offered = lines.Offered.ToList();
        var isPlayed = article.QuerySelector("audio, video") is not null || lines.Of("audio").Count + lines.Of("video").Count == 0;
        return files.Count == offered.Count && (isPlayed ? played.SequenceEqual(offered) : played.SequenceEqual(lines.Of("document")));
    }

    private static string? Hash(string? source) =>
        source?.Split('/') is { } parts && Array.IndexOf(parts, "media") is >= 0 and var at && at + 1 < parts.Length ? parts[at + 1] : null;
}
