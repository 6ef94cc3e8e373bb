using System.CommandLine;
using System.Diagnostics;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint import</c>: imports an archive.</summary>
internal static class ImportCommand
{
    // Nobody reads more lines on a screen; the JSON report has them all.
    private const int LinesShown = 500;

    public static Command Create()
    {
        var path = new Argument<string>("archive") { Description = "A WordPress export (.xml), a folder of Markdown, or saved story pages (.txt, .html; one or a folder)." };
        var data = SharedOptions.Data();
        var media = new Option<string?>("--media") { Description = "Folder with the archive's pictures, such as a copy of wp-content/uploads." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read everything and report, but write nothing." };
        var report = new Option<string?>("--report") { Description = "Write the report, item by item, to this JSON file." };
        var edition = new Option<string?>("--edition") { Description = "Edition of items that do not say their language." };
        var command = new Command("import", "Take an archive in. A second run of the same archive changes nothing.") { path, data, media, dryRun, report, edition };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => RunAsync(
            installation, parsed.GetValue(path)!, parsed.GetValue(media), parsed.GetValue(dryRun), parsed.GetValue(report), parsed.GetValue(edition), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        Installation installation, string path, string? media, bool isDryRun, string? reportPath, string? editionTag, CancellationToken cancellation)
    {
        var publication = installation.Publication;
        if (editionTag is not null && publication.Edition(editionTag) is null)
        {
            return await CommandError.WriteAsync($"The publication has no edition '{editionTag}'; it has {string.Join(", ", publication.Editions.Select(each => each.Language))}.");
        }

        if (media is not null && !Directory.Exists(media))
        {
            return await CommandError.WriteAsync($"There is no folder {media} for --media.");
        }

        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return await CommandError.WriteAsync($"There is no file or folder {path}.");
        }

        var options = new ImportOptions { Publication = publication, Edition = publication.EditionOrMain(editionTag) };
        if (ImportFormatDetector.Open(path, options) is not { } archive)
        {
            return await CommandError.WriteAsync($"{path} is no archive Storyprint knows: a WordPress export (.xml), a folder of Markdown (.md), or saved pages (.txt, .html).");
        }

        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            return await CommandError.WriteAsync(refused.Sentence);
        }

        using var witnesses = new WitnessClient();
        var import = new ImportStories(installation.Stores.Imports(installation.WitnessClock(witnesses)), installation.Stores.Pictures, publication);
        var files = new MediaFileLocator(new[] { media, Directory.Exists(path) ? path : null }.OfType<string>());
        var watch = Stopwatch.StartNew();
        var progress = new ProgressLine<(double Read, int Items)>(step => new ProgressStep(step.Read, $"{step.Items:N0} items"));
        ImportReport result;
        try
        {
            result = await import.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Import), archive, files, isDryRun, progress, cancellation);
        }
        catch (LogRefusedException meanwhile)
        {
            // Whole batches were written, and the next run continues behind them.
            progress.Finish();
            return await CommandError.WriteAsync(meanwhile.Problem.Sentence);
        }

        progress.Finish();
        await ShowAsync(result, watch.Elapsed);
        if (reportPath is not null)
        {
            await File.WriteAllTextAsync(reportPath, result.ToJson(), cancellation);
            Console.WriteLine($"The report of every item is in {reportPath}.");
        }

        return result.HasRefusals ? 2 : 0;
    }

    private static async Task ShowAsync(ImportReport report, TimeSpan took)
    {
        var output = Console.Out;
        var telling = report.Items.Count <= LinesShown
            ? report.Items
            : [.. report.Items.Where(item => item.Outcome is ImportOutcome.Refused or ImportOutcome.ImportedWithWarnings or ImportOutcome.LeftAlone).Take(LinesShown)];
        foreach (var item in telling)
        {
            await output.WriteLineAsync($"{Words(item.Outcome),-22} {item.Code,-10} {(item.Line > 0 ? $"line {item.Line}" : ""),-12} {Short(item.Label)}");
            foreach (var note in item.Notes)
            {
                await output.WriteLineAsync($"{"",-22} {note}");
            }
        }

        await output.WriteLineAsync();
        foreach (var (outcome, count) in report.Totals.OrderBy(total => total.Key))
        {
            await output.WriteLineAsync($"{count,8:N0} {Words(outcome)}");
        }

        await output.WriteLineAsync($"{report.Items.Count,8:N0} items in {took.TotalSeconds:0.0} s{(report.IsDryRun ? "; nothing was written (dry run)" : "")}");
    }

    private static string Words(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported => "imported",
        ImportOutcome.ImportedWithWarnings => "imported with warnings",
        ImportOutcome.Revised => "new revision",
        ImportOutcome.Unchanged => "unchanged",
        ImportOutcome.LeftAlone => "left alone",
        ImportOutcome.LeftOut => "left out",
        _ => "refused",
    };

    private static string Short(string label) => label.Length <= 80 ? label : label[..79] + "…";
}
