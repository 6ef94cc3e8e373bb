using Storyprint.Operations;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;

namespace Storyprint.Commands;

/// <summary>The demonstration's library: what its pictures show, and one whose rights end soon.</summary>
internal sealed class DemoLibrary(Installation installation, ImportStore imports, TimeProvider clock)
{
    public async Task DescribeAsync(ReleaseContext by, IReadOnlyList<DemoPicture> pictures, CancellationToken cancellation)
    {
        while (await installation.Stores.PictureExaminer.RunAsync(100, cancellation) == 100)
        {
            // The next hundred.
        }

        foreach (var picture in pictures)
        {
            if (await DemoReleases.FindAsync(imports, picture.Story, null, cancellation) is not var (code, _)
                || (await installation.Stores.Stories.FindAsync(code, cancellation))?.Content.LeadPicture?.Hash is not { } hash || await installation.Stores.Library.FindAsync(hash, cancellation) is not { } known)
            {
                continue;
            }

            await installation.Stores.Library.DescribeAsync(by, hash, known.ChangedAt, known.Words with
            {
                Title = picture.Title,
                Places = picture.Places,
                People = picture.People ?? [],
                Keywords = picture.Keywords ?? [],
                RightsEnd = picture.RightsEndInDays is { } days ? new DateTimeOffset(clock.GetUtcNow().Date.AddDays(days), TimeSpan.Zero) : null,
                RightsStop = picture.RightsEndInDays is not null,
            }, cancellation);
        }
    }
}

/// <summary>What the newsroom knows of the first picture of a story.</summary>
/// <param name="Story">Its file, as <c>en/01-library-reopens</c>.</param>
internal sealed record DemoPicture(string Story, string Title, IReadOnlyList<string> Places, IReadOnlyList<string>? People, IReadOnlyList<string>? Keywords, int? RightsEndInDays);
