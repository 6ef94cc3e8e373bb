using Storyprint.Operations.Sites;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Operations.Doctor;

/// <summary>Asks the site for the stored old addresses: each must lead to its story.</summary>
internal static class OldAddressCheck
{
    private const string Point = "old addresses";
    private const int Page = 500;

    // Without --full: enough to meet every kind of address that an archive has.
    private const int MaxAsked = 2_000;
    private const int MaxNamed = 5;

    public static async Task<DoctorFinding> RunAsync(Installation installation, bool isFull, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        var stories = installation.Stores.Stories;
        var found = await stories.OldLinksAsync(string.Empty, Page, cancellation);
        var targets = await installation.Stores.LegacyTargets.PathsAsync(string.Empty, Page, cancellation);
        if (found.Count == 0 && targets.Count == 0)
        {
            return DoctorFinding.Ok(Point, "No story had another address before.");
        }

        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: false, cancellation);
        var (asked, wrong) = (0, new List<string>());
        while (found.Count > 0 && (isFull || asked < MaxAsked))
        {
            foreach (var (path, code) in found)
            {
                asked++;
                if (!await LeadsAsync(site, path, code, cancellation))
                {
                    wrong.Add($"{path} (story {code})");
                }
            }

            progress?.Report(new StepProgress(Point, asked, asked));
            found = await stories.OldLinksAsync(found[^1].Path, Page, cancellation);
        }

        while (targets.Count > 0 && (isFull || asked < 2 * MaxAsked))
        {
            foreach (var path in targets)
            {
                asked++;
                if (!await LeadsOnAsync(site, path, cancellation))
                {
                    wrong.Add(path);
                }
            }

            progress?.Report(new StepProgress(Point, asked, asked));
            targets = await installation.Stores.LegacyTargets.PathsAsync(targets[^1], Page, cancellation);
        }

        return wrong.Count == 0
            ? DoctorFinding.Ok(Point, $"{asked} old addresses lead to their stories.")
            : DoctorFinding.Warning(
                Point, $"{wrong.Count} of {asked} old addresses do not lead to their stories: {string.Join(", ", wrong.Take(MaxNamed))}{(wrong.Count > MaxNamed ? " …" : "")}.",
                "A page of this publication or another story's short link is there. Nothing can be done but to know it.");
    }

    // A file or a list: whatever page of ours it is, it is another address than the old one.
    private static async Task<bool> LeadsOnAsync(InProcessSite site, string path, CancellationToken cancellation) =>
        await site.AskAsync(new Uri("http://localhost" + path).PathAndQuery, cancellation) is { IsRedirect: true };

    private static async Task<bool> LeadsAsync(InProcessSite site, string path, StoryCode code, CancellationToken cancellation)
    {
        var reply = await site.AskAsync(new Uri("http://localhost" + path).PathAndQuery, cancellation);
        return reply.IsRedirect && (reply.Location == $"/news/{code}" || reply.Location.StartsWith($"/news/{code}/", StringComparison.Ordinal));
    }
}
