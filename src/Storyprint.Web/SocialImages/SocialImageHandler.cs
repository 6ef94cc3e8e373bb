using System.Collections.Concurrent;
using Storyprint.Print.Marks;
using Storyprint.Print.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>The card of a story: drawn when first asked for, kept while others are asked for less.</summary>
public sealed class SocialImageHandler(StoryStore stories, PageContextFactory views, Publication publication, PageAssets assets) : IDisposable
{
    private readonly SocialImageCache memory = new(capacity: 48);

    // Each has fonts and pixels of its own, a few megabytes.
    private readonly SemaphoreSlim places = new(Math.Min(Environment.ProcessorCount, 4));
    private readonly ConcurrentBag<SocialImageRenderer> idle = [];

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
        var card = await DrawAsync(TextOf(view, story), cancellation);
        memory.Keep(key, card);
        return card;
    }

    /// <summary>Drops the cards in memory.</summary>
    public void Forget() => memory.Clear();

    /// <summary>How many cards are in memory.</summary>
    internal int Kept => memory.Count;

    private async Task<byte[]> DrawAsync(SocialImageText text, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            var picture = idle.TryTake(out var free) ? free : new SocialImageRenderer(assets);
            var card = PngWriter.Write(picture.Draw(text), SocialImageRenderer.Width, SocialImageRenderer.Height, SocialImagePalette.Palette);

            // Whatever could not draw is not used again.
            idle.Add(picture);
            return card;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        foreach (var picture in idle)
        {
            picture.Dispose();
        }

        places.Dispose();
    }

    private static SocialImageText TextOf(PageContext view, PublishedStory story)
    {
        var address = view.Publication.PublicAddress;
        return new SocialImageText(
            view.Language, view.Edition.IsRightToLeft, view.Edition.Name,
            story.Status == StoryStatus.Retracted ? view.T("story.retracted") : story.Content.Kicker, story.Content.Headline,
            story.IsPage ? [] : [view.Dates.Date(story.PublishedAt), $"{view.T("story.code")} {story.Code} · {address.Host}/{story.Code}"],
            LinkMark.Create(address, story.Id));
    }
}
