using Storyprint.Print.Marks;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Cards;

/// <summary>The card of a story: drawn when first asked for, kept while others are asked for less.</summary>
public sealed class ReadCard(StoryStore stories, EditionViews views, Publication publication, PageAssets assets) : IDisposable
{
    private readonly CardMemory memory = new(capacity: 48);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private CardFonts? fonts;

    /// <summary>A PNG file, or null where readers may see no such story.</summary>
    public async Task<byte[]?> RunAsync(StoryCode code, CancellationToken cancellation)
    {
        // Asked each time: a story that was withdrawn must not live on in memory.
        if (await stories.FindAsync(code, cancellation) is not { } story)
        {
            return null;
        }

        var key = $"{story.Id} {story.Status} {story.PublishedAt.ToUnixTimeSeconds()}";
        if (memory.Find(key) is { } known)
        {
            return known;
        }

        var view = await views.OfAsync(publication.EditionOrMain(story.Edition), cancellation);
        var card = PngFile.Write(await DrawAsync(TextOf(view, story), cancellation), CardPicture.Width, CardPicture.Height, CardColours.Palette);
        memory.Keep(key, card);
        return card;
    }

    // Two who ask at once both draw: the fonts are for one at a time, and packing, which takes longer, is not.
    private async Task<byte[]> DrawAsync(CardText text, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return new CardPicture(fonts ??= new CardFonts(assets)).Draw(text);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        fonts?.Dispose();
        oneAtATime.Dispose();
    }

    private static CardText TextOf(EditionView view, PublishedStory story)
    {
        var address = view.Publication.PublicAddress;
        return new CardText(
            view.Language, view.Edition.IsRightToLeft, view.Edition.Name,
            story.Status == StoryStatus.Retracted ? view.T("story.retracted") : story.Content.Kicker, story.Content.Headline,
            story.IsPage ? [] : [view.Dates.Date(story.PublishedAt), $"{view.T("story.code")} {story.Code} · {address.Host}/{story.Code}"],
            LinkMark.Of(address, story.Id));
    }
}
