using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Spelling;
using Storyprint.Storage;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Imports;

/// <summary>Takes an archive in as it lies on this machine: unpacks it, tells its format, and imports it. The command line and the newsroom's page do the same by this.</summary>
/// <param name="askWitnessClock">The time by a witness's clock; null where there are no witnesses.</param>
public sealed class ImportArchive(Stores stores, Publication publication, WitnessClock? askWitnessClock)
{
    /// <param name="by">Who imports it, and by which means.</param>
    public async Task<ImportArchiveOutcome> RunAsync(
        ReleaseContext by, ArchiveToImport given, bool isDryRun, IProgress<(double Read, int Items)>? progress, CancellationToken cancellation = default)
    {
        if (given.Problem(publication) is { } problem)
        {
            return new ImportArchiveOutcome.Refused(problem);
        }

        var opened = new List<PackedArchive>();
        try
        {
            var (path, refused) = Unpack(given.Path, given.UnpackBelow, opened, cancellation);
            var folders = new List<string?> { given.Media, ImportFormatDetector.FolderOf(path) };
            foreach (var packed in given.PackedMedia.TakeWhile(_ => refused is null))
            {
                (var folder, refused) = Unpack(packed, given.UnpackBelow, opened, cancellation);
                folders.Add(Directory.Exists(folder) ? folder : null);
            }

            return refused is not null ? new ImportArchiveOutcome.Refused(refused) : await TakeAsync(by, given, path, folders.OfType<string>(), isDryRun, progress, cancellation);
        }
        catch (LogRefusedException meanwhile)
        {
            // Whole batches were written, and the next run continues behind them.
            return new ImportArchiveOutcome.Refused(meanwhile.Problem.Sentence);
        }
        finally
        {
            opened.ForEach(each => each.Dispose());
        }
    }

    private async Task<ImportArchiveOutcome> TakeAsync(
        ReleaseContext by, ArchiveToImport given, string path, IEnumerable<string> folders, bool isDryRun, IProgress<(double Read, int Items)>? progress, CancellationToken cancellation)
    {
        var options = new ImportOptions
        {
            Publication = publication,
            Edition = publication.EditionOrMain(given.Edition),
            Archive = given.Name,
            DateOrder = given.DateOrder,
            Encoding = given.Encoding is { } name ? Formats.Encodings.TextEncoding.Find(name) : null,
        };
        if (ImportFormatDetector.Open(path, options) is not { } archive)
        {
            return new ImportArchiveOutcome.Refused(
                $"{Path.GetFileName(given.Path)} is no archive Storyprint knows: a WordPress export (.xml, or a folder with its parts), Markdown (.md; a file or a folder), or saved pages (.txt, .html).");
        }

        using var dictionaries = new HunspellDictionaries();
        var import = new ImportStories(stores.Imports(askWitnessClock), stores.Pictures, publication)
        {
            Choices = new ImportChoices
            {
                Archive = given.Name is null ? Path.GetFileName(given.Path.TrimEnd('/')) : $"{given.Name} ({Path.GetFileName(given.Path.TrimEnd('/'))})",
                DraftsOnly = given.DraftsOnly,
                Rules = new ImportRules { Note = given.Note is { } note ? new ReleaseNote(note) : null, Correction = given.Correction, Dictionaries = dictionaries },
            },
        };
        return new ImportArchiveOutcome.Done(await import.RunAsync(by, archive, new MediaFileLocator(folders), isDryRun, progress, cancellation));
    }

    private static (string Path, string? Problem) Unpack(string path, string? below, List<PackedArchive> opened, CancellationToken cancellation)
    {
        var (packed, problem) = PackedArchive.Open(path, below, cancellation);
        if (packed is not null)
        {
            opened.Add(packed);
        }

        return (packed?.Path ?? path, problem);
    }
}

/// <summary>The result of taking an archive in.</summary>
public abstract record ImportArchiveOutcome
{
    private ImportArchiveOutcome()
    {
    }

    public sealed record Done(ImportReport Report) : ImportArchiveOutcome;

    /// <summary>It was not begun, or cannot go on now; the sentence says why.</summary>
    public sealed record Refused(string Sentence) : ImportArchiveOutcome;
}
