using System.Diagnostics;
using Storyprint.Archiving;
using Storyprint.Serving;

namespace Storyprint.Bench;

/// <summary>Pages a second of an archive, against writing the same bytes to the same disk; and where the time goes.</summary>
internal static class ArchiveBench
{
    /// <summary>CPU milliseconds an answer, by kind of address.</summary>
    public static async Task KindsAsync(string data)
    {
        var installation = Installation.Open(data).Installation!;
        await installation.PrepareAsync();
        await using var site = await SiteInProcess.StartAsync(installation, installation.Publication, isCopy: true, default);
        var contents = await ArchiveContents.ReadAsync(installation, installation.Publication, site.Services, default);
        var addresses = new ArchivePlan(contents).Make().SelectMany(part => part.Addresses).ToList();
        foreach (var kind in addresses.GroupBy(address => KindOf(address.Target)))
        {
            var some = kind.Take(300).ToList();
            foreach (var address in some.Take(30))
            {
                await site.AskAsync(address.Target, default);
            }

            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var bytes = 0L;
            foreach (var address in some)
            {
                bytes += (await site.AskAsync(address.Target, default)).Body.Length;
            }

            var each = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / some.Count;
            Console.WriteLine($"  {kind.Key,-34} {kind.Count(),8:N0} × {each,7:0.00} ms {bytes / some.Count,9:N0} bytes = {kind.Count() * each / 1000,6:0.0} s");
        }
    }

    private static string KindOf(string target) =>
        string.Join('/', target.Split('/').Select(part => part.Any(char.IsAsciiDigit) ? part.Contains('.', StringComparison.Ordinal) ? "N.N" : "N" : part)) is var kind
        && kind.Split('/') is ["", "en", "topic" or "byline" or "section", _, .. var rest] ? $"/en/LIST/{string.Join('/', rest)}" : kind;
}
