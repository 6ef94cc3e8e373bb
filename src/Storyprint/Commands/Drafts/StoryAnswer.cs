using System.Globalization;
using Storyprint.Operations;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Drafts;

/// <summary>What the commands share that show a draft.</summary>
internal static class StoryAnswer
{
    // As in the newsroom's pages.
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(10);

    /// <summary>Opens a publication and a text in it; whoever reads what is not to be known yet is recorded.</summary>
    public static Task<int> WithDraftAsync(string data, StoryCode code, Func<Installation, Draft, Task<int>> answer, CancellationToken cancellation) => OpenPublication.ForReadingAsync(data, async installation =>
    {
        if (await installation.Stores.Drafts.FindStandingAsync(code, cancellation) is not { } draft)
        {
            return await CommandError.WriteAsync(await NoTextAsync(installation, code, cancellation));
        }

        await RecordReadingAsync(installation, draft, cancellation);
        return await answer(installation, draft);
    }, cancellation);

    /// <summary>Records that somebody read a text before its hour.</summary>
    public static async Task RecordReadingAsync(Installation installation, Draft draft, CancellationToken cancellation)
    {
        if (draft.DueAt is { } due && due > TimeProvider.System.GetUtcNow())
        {
            await installation.Stores.Audit.AppendUnlessRecentAsync(
                ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.EmbargoedDraftRead, draft.Code.Digits, Reading, due.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), cancellation);
        }
    }

    /// <summary>An instant by the clock of an edition.</summary>
    public static string Moment(DateTimeOffset at, Edition edition) => TimeZoneInfo.ConvertTime(at, edition.Zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static async Task<string> NoTextAsync(Installation installation, StoryCode code, CancellationToken cancellation) =>
        await installation.Stores.Work.FindAsync(code, cancellation) is null ? $"There is no story {code}." : $"Story {code} was withdrawn; no word of it is left.";
}
