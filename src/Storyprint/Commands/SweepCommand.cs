using System.CommandLine;
using Storyprint.Operations;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint sweep</c>: checks that nothing of a withdrawn story can still be seen.</summary>
internal static class SweepCommand
{
    private const int Found = 2;

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var url = new Option<string?>("--url") { Description = "Ask the public site at this address, and so its caches, instead of this program." };
        var command = new Command("sweep", "Ask every address of every withdrawn story whether it is gone, and erase again what may be left. Run it nightly.") { data, url };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, async installation =>
        {
            Uri? root = null;
            if (parsed.GetValue(url) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out root) && root.Scheme is "http" or "https"))
            {
                return await CommandError.WriteAsync($"'{address}' is no address like https://news.example.org.");
            }

            await installation.Database.MigrateAsync(cancellation);
            var report = await SweepAsync(installation, root, cancellation);
            var unrecorded = await installation.RecordAsync(
                ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.Swept, "withdrawn stories", after: $"{report.Stories} stories, {report.DeletedFiles} files deleted, {report.Findings.Count} findings");
            if (unrecorded is not null)
            {
                await Console.Error.WriteLineAsync(unrecorded);
            }

            return await ShowAsync(report);
        }));
        return command;
    }

    /// <summary>Reports the findings. Exit code 0: none; 2: some.</summary>
    public static async Task<int> ShowAsync(SweepReport report)
    {
        if (report.DeletedFiles > 0)
        {
            Console.WriteLine($"{report.DeletedFiles:N0} files of withdrawn pictures were still there and are deleted.");
        }

        if (report is { Stories: > 0, Remnants.Count: > 0 })
        {
            await Console.Error.WriteLineAsync($"The words are in no row of the database, but bytes of them may stand in free room of the server's files: {string.Join(", ", report.Remnants)}. docs/administrators.md says how to remove them.");
        }

        foreach (var finding in report.Findings)
        {
            await Console.Error.WriteLineAsync($"{finding.Target}: {finding.Sentence}");
        }

        Console.WriteLine(report.Findings.Count == 0
            ? $"{report.Stories:N0} withdrawn stories, {report.Asked:N0} addresses asked: nothing of them is to be seen."
            : $"{report.Stories:N0} withdrawn stories, {report.Asked:N0} addresses asked, {report.Findings.Count:N0} of them not as they must be. If a cache stands before the site, empty it there.");
        return report.Findings.Count == 0 ? 0 : Found;
    }

    private static async Task<SweepReport> SweepAsync(Installation installation, Uri? root, CancellationToken cancellation)
    {
        var sweep = new SweepWithdrawn(installation);
        if (root is null)
        {
            return await sweep.RunHereAsync(cancellation: cancellation);
        }

        using var site = new PublicSite(root);
        return await sweep.RunAsync(site.AskAsync, cancellation: cancellation);
    }
}
