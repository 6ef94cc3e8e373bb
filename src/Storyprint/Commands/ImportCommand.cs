using System.CommandLine;
using System.Diagnostics;
using Storyprint.Formats;
using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Spelling;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
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
            new ImportArguments(parsed.GetValue(path)!, parsed.GetValue(media), parsed.GetValue(dryRun), parsed.GetValue(report), parsed.GetValue(edition), parsed.GetValue(archive))
            {
                DraftsOnly = parsed.GetValue(drafts),
                DateOrder = parsed.GetValue(dates) switch { "day-first" => DateOrder.DayFirst, "month-first" => DateOrder.MonthFirst, _ => DateOrder.Unsaid },
                Encoding = parsed.GetValue(encoding),
                Note = parsed.GetValue(note),
                Correction = parsed.GetValue(correct),
            },
            cancellation)));
        return command;
    }

    private sealed record ImportArguments(string Path, string? Media, bool IsDryRun, string? Report, string? Edition, string? Archive)
    {
        public bool DraftsOnly { get; init; }

        public DateOrder DateOrder { get; init; }

        public string? Encoding { get; init; }

        public string? Note { get; init; }

        public string? Correction { get; init; }

        /// <summary>Why they cannot be taken, or null.</summary>
        public string? Problem(Publication publication) =>
            Edition is not null && publication.Edition(Edition) is null ? $"The publication has no edition '{Edition}'; it has {string.Join(", ", publication.Editions.Select(each => each.Language))}."
            : Media is not null && !Directory.Exists(Media) ? $"There is no folder {Media} for --media."
            : !File.Exists(Path) && !Directory.Exists(Path) ? $"There is no file or folder {Path}."
            : Archive is not null && !ArchiveIdentity.IsName(Archive) ? "The name of an archive (--archive) has letters, digits, spaces, dots, hyphens and underscores, at most 60."
            : Encoding is not null && TextEncoding.Find(Encoding) is null ? $"There is no encoding “{Encoding}”. Windows called them windows-1250 to windows-1258; others are koi8-r, iso-8859-2, gb18030, big5, shift_jis and euc-kr."
            : Note is not null && Correction is not null ? "Give either --note or --correct."
            : (Note ?? Correction) is { } words && string.IsNullOrWhiteSpace(words) ? "The note is empty. Write the sentence that readers will see."
            : null;
    }

    private static async Task<int> RunAsync(Installation installation, ImportArguments given, CancellationToken cancellation)
    {
        var publication = installation.Publication;
        if (given.Problem(publication) is { } problem)
        {
            return await CommandError.WriteAsync(problem);
        }

        var (packed, packing) = PackedArchive.Open(given.Path, cancellation);
        using var unpacked = packed;
        if (packing is not null)
        {
            return await CommandError.WriteAsync(packing);
        }

        var path = unpacked?.Path ?? given.Path;

        var options = new ImportOptions { Publication = publication, Edition = publication.EditionOrMain(given.Edition), Archive = given.Archive, DateOrder = given.DateOrder, Encoding = given.Encoding is { } name ? TextEncoding.Find(name) : null };
        if (ImportFormatDetector.Open(path, options) is not { } archive)
        {
            return await CommandError.WriteAsync($"{given.Path} is no archive Storyprint knows: a WordPress export (.xml, or a folder with its parts), Markdown (.md; a file or a folder), or saved pages (.txt, .html).");
        }

        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            return await CommandError.WriteAsync(refused.Sentence);
        }

        using var witnesses = new WitnessClient();
        using var dictionaries = new HunspellDictionaries();
        var import = new ImportStories(installation.Stores.Imports(installation.WitnessClock(witnesses)), installation.Stores.Pictures, publication)
        {
            Choices = new ImportChoices
            {
                DraftsOnly = given.DraftsOnly,
                Rules = new ImportRules { Note = given.Note is { } note ? new ReleaseNote(note) : null, Correction = given.Correction, Dictionaries = dictionaries },
            },
        };
        var files = new MediaFileLocator(new[] { given.Media, ImportFormatDetector.FolderOf(path) }.OfType<string>());
        var watch = Stopwatch.StartNew();
        var progress = new ProgressLine<(double Read, int Items)>(step => new ProgressStep(step.Read, $"{step.Items:N0} items"));
        ImportReport result;
        try
        {
            result = await import.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Import), archive, files, given.IsDryRun, progress, cancellation);
        }
        catch (LogRefusedException meanwhile)
        {
            // Whole batches were written, and the next run continues behind them.
            progress.Finish();
            return await CommandError.WriteAsync(meanwhile.Problem.Sentence);
        }

        progress.Finish();
        await ShowAsync(result, watch.Elapsed);
        if (given.Report is { } reportPath)
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
