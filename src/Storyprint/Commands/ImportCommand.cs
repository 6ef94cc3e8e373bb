using System.CommandLine;
using System.Diagnostics;
using Storyprint.Formats.Dates;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
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
        var path = new Argument<string>("archive") { Description = "A WordPress export (.xml, or a folder with its parts), Markdown (.md; one or a folder), or saved story pages (.txt, .html; one or a folder); or one of these packed (.gz, .zip, .tar, .tar.gz)." };
        var data = SharedOptions.Data();
        var media = new Option<string?>("--media") { Description = "Folder with the archive's pictures, documents and sounds, such as a copy of wp-content/uploads." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read everything and report, but write nothing." };
        var report = new Option<string?>("--report") { Description = "Write the report, item by item, to this JSON file." };
        var edition = new Option<string?>("--edition") { Description = "Edition of items that do not say their language." };
        var dates = new Option<string?>("--dates") { Description = "Which number comes first in dates such as 03/04/2024: day-first or month-first. Without it they are drafts." };
        dates.AcceptOnlyFromAmong("day-first", "month-first");
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of texts and pages that are no UTF-8 and do not say what they are, such as windows-1256. Without it they are drafts where the language of an edition tells it, and refused otherwise." };
        var archive = new Option<string?>("--archive") { Description = "The archive's name, by which its items are known again and told from those of other archives." };
        var drafts = new Option<bool>("--drafts") { Description = "Bring everything in unpublished." };
        var note = new Option<string?>("--note") { Description = "A sentence for readers: published stories whose archive changed what they say are updated with it." };
        var correct = new Option<string?>("--correct") { Description = "The same as a correction, with this note that stays." };
        var command = new Command("import", "Take an archive in. A second run of the same archive changes nothing.") { path, data, media, dryRun, report, edition, archive, dates, encoding, drafts, note, correct };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => RunAsync(
            installation,
            new ArchiveToImport(parsed.GetValue(path)!)
            {
                Media = parsed.GetValue(media),
                Edition = parsed.GetValue(edition),
                Name = parsed.GetValue(archive),
                DraftsOnly = parsed.GetValue(drafts),
                DateOrder = parsed.GetValue(dates) switch { "day-first" => DateOrder.DayFirst, "month-first" => DateOrder.MonthFirst, _ => DateOrder.Unsaid },
                Encoding = parsed.GetValue(encoding),
                Note = parsed.GetValue(note),
                Correction = parsed.GetValue(correct),
            },
            parsed.GetValue(dryRun), parsed.GetValue(report), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, ArchiveToImport given, bool isDryRun, string? reportPath, CancellationToken cancellation)
    {
        if (given.Problem(installation.Publication) is { } problem)
        {
            return await CommandError.WriteAsync(problem);
        }

        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            return await CommandError.WriteAsync(refused.Sentence);
        }

        using var witnesses = new WitnessClient();
        var watch = Stopwatch.StartNew();
        var progress = new ProgressLine<(double Read, int Items)>(step => new ProgressStep(step.Read, $"{step.Items:N0} items"));
        var import = new ImportArchive(installation.Stores, installation.Publication, installation.WitnessClock(witnesses));
        var outcome = await import.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), given, isDryRun, progress, cancellation);
        progress.Finish();
        if (outcome is not ImportArchiveOutcome.Done(var result))
        {
            return await CommandError.WriteAsync(((ImportArchiveOutcome.Refused)outcome).Sentence);
        }

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
            : [.. report.Items.Where(item => item.Outcome is not (ImportOutcome.Imported or ImportOutcome.Unchanged or ImportOutcome.LeftOut)).Take(LinesShown)];
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

        if (report.OldAddresses > 0 || report.LostAddresses.Count > 0)
        {
            await output.WriteLineAsync($"{report.OldAddresses,8:N0} old addresses kept{(report.LostAddresses.Count > 0 ? $"; {report.LostAddresses.Count:N0} cannot be, such as {report.LostAddresses[0]}" : "")}");
        }

        if (report.Comments > 0)
        {
            await output.WriteLineAsync($"{report.Comments,8:N0} comments kept beside their stories (shown where \"showsArchivedComments\" is true; 'storyprint comments' writes them out)");
        }

        foreach (var sentence in report.NewSections.Take(LinesShown))
        {
            await output.WriteLineAsync(sentence);
        }

        await output.WriteLineAsync($"{report.Items.Count,8:N0} items in {took.TotalSeconds:0.0} s{(report.IsDryRun ? "; nothing was written (dry run)" : "")}");
    }

    private static string Words(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported => "imported",
        ImportOutcome.ImportedWithWarnings => "imported with warnings",
        ImportOutcome.Revised => "new revision",
        ImportOutcome.Held => "kept as a draft",
        ImportOutcome.Unchanged => "unchanged",
        ImportOutcome.LeftAlone => "left alone",
        ImportOutcome.LeftOut => "left out",
        ImportOutcome.NotToldApart => "not told apart",
        _ => "refused",
    };

    private static string Short(string label) => label.Length <= 80 ? label : label[..79] + "…";
}
