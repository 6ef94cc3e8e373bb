using System.Collections.Concurrent;
using Storyprint.Print.Pictures;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>Serves the social image of a story: drawn on the first request and cached in memory.</summary>
public sealed class SocialImageHandler(StoryStore stories, PageContextFactory contexts, CurrentPublication publication, PageAssets assets) : IDisposable
{
    private readonly SocialImageCache memory = new(capacity: 48);

    // Each renderer has fonts and pixels of its own, a few megabytes.
    private readonly SemaphoreSlim places = new(Math.Min(Environment.ProcessorCount, 4));
    private readonly ConcurrentBag<SocialImageRenderer> idle = [];

    /// <summary>A PNG file, or null where readers may see no such story.</summary>
    public async Task<byte[]?> RunAsync(StoryCode code, CancellationToken cancellation)
    {
        // Looked up at each request: the image of a withdrawn story must not be served from memory.
        if (await stories.FindAsync(code, cancellation) is not { } story)
        {
            return null;
        }

        var key = $"{story.Id} {story.Status} {story.PublishedAt.ToUnixTimeSeconds()}";
        if (memory.Find(key) is { } known)
        {
            return known;
        }

        var card = await DrawAsync(story, cancellation);
        memory.Add(key, card);
        return card;
    }

    /// <summary>Draws the image of a story, which readers need not be able to see.</summary>
    public async Task<byte[]> DrawAsync(PublishedStory story, CancellationToken cancellation) =>
        await DrawAsync(SocialImageText.Create(await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation), story), cancellation);

    /// <summary>Drops the images in memory.</summary>
    public void Clear() => memory.Clear();

    /// <summary>How many images are in memory.</summary>
    internal int CachedCount => memory.Count;

    private async Task<byte[]> DrawAsync(SocialImageText text, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            var picture = idle.TryTake(out var free) ? free : new SocialImageRenderer(assets, MachineFonts.Default);
            var card = PngWriter.Write(picture.Draw(text), SocialImageRenderer.Width, SocialImageRenderer.Height, SocialImagePalette.Palette);

            // A renderer that failed is not used again.
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
}
