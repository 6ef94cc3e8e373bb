using System.CommandLine;
using System.Diagnostics;
using Storyprint.Operations;
using Storyprint.Operations.Archive;
using Storyprint.Stories.Links;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint archive</c>: writes the whole publication as static files.</summary>
internal static class ArchiveCommand
{
    private const int LinesShown = 20;
    private const int Interrupted = 130;

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write it: a new or empty folder, or an archive to bring up to date." };
        var data = SharedOptions.Data();
        var address = new Option<string?>("--address") { Description = "The address the files will be hosted at, if it is another than the publication's own." };
        var originals = new Option<bool>("--originals") { Description = "Write the originals of pictures as well, so that 'storyprint verify' can hold them against the sealed hashes. They carry what the camera wrote, the place among it." };
        var command = new Command("archive", "Write the whole publication as files that any file server can host and 'storyprint verify' can check. A second run writes only what changed.")
        {
            folder, data, address, originals,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(data)!, parsed.GetValue(address), parsed.GetValue(originals), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string data, string? address, bool originals, CancellationToken cancellation) =>
        address is not null && !PublicAddress.TryParse(address, out _)
            ? await CommandError.WriteAsync($"The address '{address}' must be like https://archive.example.org, without a path.")
            : await OpenPublication.ForReadingAsync(data, installation => WriteAsync(installation, folder, address, originals, cancellation), cancellation);

    private static async Task<int> WriteAsync(Installation installation, string folder, string? address, bool originals, CancellationToken cancellation)
    {
        var publication = installation.Publication with { Address = address ?? installation.Publication.Address, PublishesOriginals = originals || installation.Publication.PublishesOriginals };
        var totals = new ArchiveTotals();
        var progress = new ProgressLine<ArchiveProgress>(step => new ProgressStep((double)step.Done / step.Count, $"{step.Files:N0} files"));
        var watch = Stopwatch.StartNew();

        // Before anything leaves: what went out stays out, also where the command is stopped.
        await ExportRecord.WriteAsync(installation, "archive", $"{Path.GetFullPath(folder)}{(originals ? ", with originals" : "")}");
        try
        {
            switch (await new ArchivePublication(installation, publication).RunAsync(folder, totals, progress, cancellation))
            {
                case ArchiveOutcome.Refused(var sentence):
                    return await CommandError.WriteAsync(sentence);
                case ArchiveOutcome.Done done:
                    progress.Finish();
                    return await ShowAsync(done, totals, folder, watch.Elapsed);
                case var unknown:
                    throw new NotSupportedException($"{unknown.GetType().Name} is an unknown outcome.");
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.Finish();
            await Console.Error.WriteLineAsync($"Stopped; {totals.Written:N0} files were written. The same command completes the archive.");
            return Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            progress.Finish();
            return await CommandError.WriteAsync($"{fault.Message} {totals.Written:N0} files were written; when the disk is well, the same command completes the archive.");
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
}
