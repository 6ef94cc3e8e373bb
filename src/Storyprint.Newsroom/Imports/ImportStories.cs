using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Storyprint.Formats.Imports;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>Imports an archive. A bad item never stops the rest; the next run completes an interrupted one; a second run of the same archive changes nothing.</summary>
public sealed class ImportStories(ImportStore store, PictureStore pictures, Publication publication)
{
    // Each commit waits for the disk and rewrites pages of indexes and full text, so this many stories share one. A release waits for it, so it must not take
    // much more than a second.
    private const int BatchSize = 1000;

    // The number of items read ahead: few, since the garbage collector copies every waiting item.
    private const int ReadAhead = 64;

    public ImportChoices Choices { get; init; } = new();

    /// <summary>Imports, and records beginning and end; a dry run changes nothing and is not recorded.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task<ImportReport> RunAsync(
        ReleaseContext context, IImportReader archive, MediaFileLocator files, bool isDryRun, IProgress<(double Read, int Items)>? progress, CancellationToken cancellation = default)
    {
        if (isDryRun)
        {
            return await TakeAsync(context, archive, files, isDryRun, progress, cancellation);
        }

        await store.RecordAsync(context, AuditAct.ImportStarted, Choices.Archive, Choices.DraftsOnly ? "as drafts" : null, cancellation);
        try
        {
            var report = await TakeAsync(context, archive, files, isDryRun, progress, cancellation);
            await store.RecordAsync(context, AuditAct.Imported, Choices.Archive, Counts(report), CancellationToken.None);
            return report;
        }
        catch (Exception)
        {
            await RecordBrokenAsync(context, cancellation.IsCancellationRequested ? "stopped" : "broken off");
            throw;
        }
    }

    // Whole batches stand, so that it ended counts for as much as that it began.
    private async Task RecordBrokenAsync(ReleaseContext context, string how)
    {
        try
        {
            await store.RecordAsync(context, AuditAct.Imported, Choices.Archive, how, CancellationToken.None);
        }
        catch (DbException)
        {
            // The database is what broke: a beginning without an end says so.
        }
    }

    private static string Counts(ImportReport report) => report.Items.Count == 0 ? "no items"
        : string.Join(", ", report.Totals.OrderBy(total => total.Key).Select(total => string.Create(CultureInfo.InvariantCulture, $"{total.Value} {total.Key}")));

    /// <remarks>
    /// Three stages run in parallel: the archive is read, its items are prepared (everything that needs no database), and batches are written in the order of
    /// the archive. At most two batches are in memory: one being written and one being prepared.
    /// </remarks>
    /// <param name="context">Who imports it, by which means and why.</param>
    /// <param name="files">Finds the files of pictures.</param>
    /// <param name="progress">Reports the share of the archive that was read (0 to 1) and the number of items processed.</param>
    private async Task<ImportReport> TakeAsync(
        ReleaseContext context, IImportReader archive, MediaFileLocator files, bool isDryRun, IProgress<(double Read, int Items)>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var share = 0.0;
        var read = Channel.CreateBounded<ImportedItem>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var prepared = Channel.CreateBounded<PreparedItem>(new BoundedChannelOptions(BatchSize) { SingleReader = true, SingleWriter = true });
        var picturesOfRun = new StoryPictureImporter(pictures, files, isDryRun);
        var filesOfRun = new StoryFileImporter(pictures, picturesOfRun, files, publication.PublicAddress.Origin, isDryRun);
        var preparing = new ImportItemPreparer(picturesOfRun, filesOfRun, publication) { DraftsOnly = Choices.DraftsOnly };
        Task[] stages =
        [
            Task.Run(() => FeedAsync(read.Writer, ReadAsync(archive, new Told(value => share = value), stop.Token), stop.Token), CancellationToken.None),
            Task.Run(() => FeedAsync(prepared.Writer, preparing.AllAsync(read.Reader, stop.Token), stop.Token), CancellationToken.None),
        ];
        try
        {
            var run = new ImportRun(store, context.As(ReleaseMeans.Import), publication.FirstStoryNumber, isDryRun, Choices.Rules);
            await foreach (var item in prepared.Reader.ReadAllAsync(cancellation))
            {
                run.Take(item);
                if (run.Waiting == BatchSize)
                {
                    await run.SaveAsync(cancellation);
                }

                progress?.Report((share, run.Count));
            }

            await run.SaveAsync(cancellation);
            await run.FinishAsync(cancellation);
            progress?.Report((1, run.Count));
            if (!isDryRun)
            {
                await pictures.Addresses.AddAsync([.. archive.Lists.SelectMany(list => OldListAddress.Of(list, publication))], cancellation);
                await store.OptimizeAsync(cancellation);
            }

            return new ImportReport
            {
                Items = run.Lines,
                IsDryRun = isDryRun,
                NewSections = [.. run.Lines.Select(line => line.NewSection).OfType<SectionName>().GroupBy(section => section.Slug).OrderByDescending(same => same.Count())
                    .Select(same => SectionOfItem.Sentence(same.First(), same.Count(), publication))],
            };
        }
        finally
        {
            // After a failed write, the earlier stages would wait for ever for space in the channel.
            await stop.CancelAsync();
            await Task.WhenAll(stages);
        }
    }

    private static async IAsyncEnumerable<ImportedItem> ReadAsync(
        IImportReader archive, IProgress<double> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var item in archive.Read(progress, cancellation))
        {
            yield return item;
        }

        await Task.CompletedTask;
    }

    // Never faults itself: the next stage gets the fault at the end of the channel, after all items before it.
    private static async Task FeedAsync<T>(ChannelWriter<T> writer, IAsyncEnumerable<T> items, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in items)
            {
                await writer.WriteAsync(item, cancellation);
            }

            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
        }
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
