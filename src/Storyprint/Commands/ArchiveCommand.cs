using System.CommandLine;
using System.Diagnostics;
using Storyprint.Archiving;
using Storyprint.Stories.Links;

namespace Storyprint.Commands;

/// <summary><c>storyprint archive</c>: the whole publication as files.</summary>
internal static class ArchiveCommand
{
    private const int LinesShown = 20;
    private const int Interrupted = 130;

    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write it: a new or empty folder, or an archive to bring up to date." };
        var data = SharedOptions.Data();
        var address = new Option<string?>("--address") { Description = "The address the files will be hosted at, if it is another than the publication's own." };
        var command = new Command("archive", "Write the whole publication as files that any file server can host and 'storyprint verify' can check. A second run writes only what changed.")
        {
            folder, data, address,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(data)!, parsed.GetValue(address), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string data, string? address, CancellationToken cancellation)
    {
        var (installation, problem) = Installation.Open(data);
        if (installation is null)
        {
            return await FailAsync(problem);
        }

        if (address is not null && !PublicAddress.TryParse(address, out _))
        {
            return await FailAsync($"The address '{address}' must be like https://archive.example.org, without a path.");
        }

        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            await Console.Error.WriteLineAsync($"Nothing can be released: {refused.Sentence}");
        }

        var publication = address is null ? installation.Publication : installation.Publication with { Address = address };
        var totals = new ArchiveTotals();
        var watch = Stopwatch.StartNew();
        try
        {
            switch (await new ArchivePublication(installation, publication).RunAsync(folder, totals, new ProgressBar(), cancellation))
            {
                case ArchiveOutcome.Refused(var sentence):
                    return await FailAsync(sentence);
                case ArchiveOutcome.Done done:
                    return await ShowAsync(done, totals, folder, watch.Elapsed);
                case var unknown:
                    throw new NotSupportedException($"{unknown.GetType().Name} is an unknown outcome.");
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"\nStopped; {totals.Written:N0} files were written. The same command completes the archive.");
            return Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"\n{fault.Message} {totals.Written:N0} files were written; when the disk is well, the same command completes the archive.");
        }
    }

    private static async Task<int> ShowAsync(ArchiveOutcome.Done done, ArchiveTotals totals, string folder, TimeSpan took)
    {
        Console.WriteLine($"{done.Stories,10:N0} stories, {done.Withdrawn:N0} withdrawn, {done.LogSize:N0} entries of the log");
        Console.WriteLine($"{totals.Files,10:N0} files: {totals.Written:N0} written, {totals.Kept:N0} as they were, {totals.Deleted:N0} old ones deleted");
        Console.WriteLine($"{totals.Pages,10:N0} pages rendered in {took.TotalSeconds:0.0} s");
        Console.WriteLine($"           Check it: storyprint verify {folder}");
        foreach (var target in totals.LeftOut.Take(LinesShown))
        {
            Console.WriteLine($"Left out, because not every disk can name such a file: {target}");
        }

        if (totals.LeftOut.Count > LinesShown)
        {
            Console.WriteLine($"… and {totals.LeftOut.Count - LinesShown:N0} more.");
        }

        foreach (var (target, sentence) in done.Problems.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            await Console.Error.WriteLineAsync($"{target}: {sentence}");
        }

        return done.Problems.Count > 0 ? 2 : 0;
    }

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }

    private sealed class ProgressBar : IProgress<ArchiveProgress>
    {
        private const int Width = 30;
        private readonly Lock guard = new();
        private long lastShown;

        public void Report(ArchiveProgress value)
        {
            var isLast = value.Done == value.Count;
            if (Console.IsErrorRedirected || (Environment.TickCount64 - Volatile.Read(ref lastShown) < 100 && !isLast))
            {
                return;
            }

            lock (guard)
            {
                lastShown = Environment.TickCount64;
                var share = (double)value.Done / value.Count;
                var full = (int)(share * Width);
                Console.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {share,4:P0} {value.Files:N0} files");
                if (isLast)
                {
                    Console.Error.WriteLine();
                }
            }
        }
    }
}
