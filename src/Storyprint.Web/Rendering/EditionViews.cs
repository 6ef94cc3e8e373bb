using System.Collections.Concurrent;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Texts;

namespace Storyprint.Web.Rendering;

/// <summary>Makes the view of an edition for a page about to be rendered.</summary>
public sealed class EditionViews(Publication publication, TermStore terms, PageAssets assets, string? textsFolder)
{
    private readonly ConcurrentDictionary<string, (InterfaceTexts Texts, DateText Dates)> words = new();

    public async Task<EditionView> OfAsync(Edition edition, CancellationToken cancellation)
    {
        var (texts, dates) = words.GetOrAdd(edition.Language, language =>
        {
            var read = InterfaceTexts.Of(language, textsFolder);
            return (read, new DateText(edition, read));
        });
        return new EditionView(publication, edition, texts, dates, assets, await terms.SectionsAsync(edition, cancellation));
    }

    /// <summary>The view a path belongs to: its first part may name an edition; the main edition otherwise.</summary>
    public Task<EditionView> OfPathAsync(string path, CancellationToken cancellation)
    {
        var first = path.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return OfAsync(publication.EditionOrMain(first), cancellation);
    }
}
