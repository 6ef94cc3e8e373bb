using System.Diagnostics;
using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Newsroom.Imports;
using Storyprint.Operations;
using Storyprint.Operations.Archive;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;

namespace Storyprint.Bench;

/// <summary>Pages a second of an archive, against writing the same bytes to the same disk; and where the time goes.</summary>
internal static class ArchiveBench
{
    public static async Task RunAsync(int stories, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            var installation = await ImportAsync(folder, stories);
            var (ratios, times, seconds) = (new List<double>(), new List<double>(), new List<double>());
            var peak = 0L;
            Console.WriteLine($"archive: {stories:N0} stories without pictures, {Environment.ProcessorCount} processors, {rounds} rounds in turns");
            for (var round = 1; round <= rounds; round++)
            {
                var (first, again, bare) = (new ArchiveTotals(), new ArchiveTotals(), Path.Combine(folder, $"bare-{round}"));
                var target = Path.Combine(folder, $"archive-{round}");
                var archive = await TimeAsync(() => new ArchivePublication(installation, installation.Publication).RunAsync(target, first));

                // The copy below holds all files at once; what counts is what an archive needed before the first of them.
                peak = round == 1 ? Process.GetCurrentProcess().PeakWorkingSet64 : peak;
                var second = await TimeAsync(() => new ArchivePublication(installation, installation.Publication).RunAsync(target, again));
                var (plain, pages, megabytes) = Copy(target, bare);
                ratios.Add(archive.TotalSeconds / plain.TotalSeconds);
                times.Add(archive.TotalSeconds);
                seconds.Add(second.TotalSeconds);
                Console.WriteLine(
                    $"  round {round}: {first.Files:N0} files, {pages:N0} of them pages ({first.Pages:N0} rendered), {megabytes:N0} MB in {archive.TotalSeconds:0.0} s: "
                    + $"{pages / archive.TotalSeconds:N0} pages/s, {first.Files / archive.TotalSeconds:N0} files/s   second run {second.TotalSeconds:0.0} s, {again.Written} written   "
                    + $"bare writes {plain.TotalSeconds:0.0} s   ratio {ratios[^1]:0.0}");
                Directory.Delete(target, recursive: true);
                Directory.Delete(bare, recursive: true);
            }

            new Figure { Bench = "archive", What = $"`archive` of {stories:N0} stories without pictures", Rounds = times, Unit = "s", AtMost = stories * 7.0 / 2000 }.Report();
            new Figure { Bench = "archive", What = "the same", Rounds = ratios, Unit = "times", Beside = "writing the same files to the same disk, in turns" }.Report();
            new Figure { Bench = "archive", What = "again with nothing changed", Rounds = seconds, Unit = "s" }.Report();
            new Figure { Bench = "archive", What = "memory of the first at the most", Rounds = [peak / 1e6], Unit = "MB" }.Report();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Installation> ImportAsync(string folder, int stories)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await File.WriteAllTextAsync(Installation.SettingsPath(data), """
            { "address": "https://bench.example", "contact": "editor@bench.example", "trustTxt": [], "firstStoryNumber": 1000, "editions": [ {
              "language": "en", "name": "Bench", "tagline": "", "timeZone": "UTC", "zoneName": "", "paper": "A4", "calendar": "Gregorian", "numerals": "Latin",
              "sections": [ { "slug": "city", "name": "City" } ], "about": "", "policies": "", "imprint": "" } ] }
            """);
        var export = Path.Combine(folder, "export.xml");
        new Archive(1).WriteWxr(export, stories);
        var (opened, problem) = Installation.Open(data);
        var installation = opened ?? throw new InvalidOperationException(problem);
        await installation.PrepareAsync();
        var pictures = new PictureStore(installation.Database, installation.Media, TimeProvider.System);
        await new ImportStories(new ImportStore(installation.Database, installation.Log, TimeProvider.System), pictures, installation.Publication).RunAsync(
            ReleaseContext.FromMachineUser(ReleaseMeans.Import),
            new WxrImportReader(export, new ImportOptions { Publication = installation.Publication, Edition = installation.Publication.MainEdition }), new MediaFileLocator(), isDryRun: false, null);
        return installation;
    }

    // The same files under the same names, side by side like the archive's: nothing could put them there with less work.
    private static (TimeSpan Took, int Pages, double Megabytes) Copy(string from, string to)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(path => (Path: Path.Combine(to, Path.GetRelativePath(from, path)), Bytes: File.ReadAllBytes(path))).ToList();
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllBytes(file.Path, file.Bytes);
        });
        return (watch.Elapsed, files.Count(file => file.Path.EndsWith(".html", StringComparison.Ordinal)), files.Sum(file => (double)file.Bytes.Length) / 1e6);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    /// <summary>CPU milliseconds an answer, by kind of address.</summary>
    public static async Task KindsAsync(string data)
    {
        var installation = Installation.Open(data).Installation!;
        await installation.PrepareAsync();
        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: true, default);
        var contents = await ArchiveContents.ReadAsync(installation, installation.Publication, site.Services, default);
        var addresses = new ArchivePlan(contents).Create().SelectMany(part => part.Addresses).ToList();
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
