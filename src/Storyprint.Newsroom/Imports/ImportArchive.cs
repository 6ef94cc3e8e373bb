using System.Threading.Channels;
using Storyprint.Formats.Imports;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Imports;

/// <summary>
/// Takes an archive in. One bad item never stops the rest; a run that was cut short is completed by the next; a second run of the same
/// archive changes nothing.
/// </summary>
public sealed class ImportArchive(ImportStore store, PictureStore pictures, Publication publication)
{
    // A commit costs a wait for the disk; this many stories share one.
    private const int BatchSize = 500;

    /// <param name="files">Where pictures are looked for.</param>
    /// <param name="progress">Told how much of the archive has been read (0 to 1) and how many items have been dealt with.</param>
    public async Task<ImportReport> RunAsync(
        IArchiveReader archive, MediaFiles files, bool isDryRun, IProgress<(double Read, int Items)>? progress, CancellationToken cancellation = default)
    {
        var run = new Run(store, new PicturesOfStory(pictures, files, isDryRun), publication, isDryRun);
        var channel = Channel.CreateBounded<ImportedItem>(new BoundedChannelOptions(BatchSize * 2) { SingleReader = true, SingleWriter = true });
        var share = 0.0;
        var reading = Task.Run(() => ReadAsync(archive, channel.Writer, new Told(value => share = value), cancellation), cancellation);
        var batch = new List<ImportedStory>(BatchSize);
        await foreach (var item in channel.Reader.ReadAllAsync(cancellation))
        {
            if (item is ImportedStory story)
            {
                batch.Add(story);
                if (batch.Count == BatchSize)
                {
                    await run.SaveAsync(batch, cancellation);
                    batch.Clear();
                }
            }
            else
            {
                await run.NoteAsync(item, cancellation);
            }

            progress?.Report((share, run.Count + batch.Count));
        }

        await reading;
        await run.SaveAsync(batch, cancellation);
        progress?.Report((1, run.Count));
        return new ImportReport { Items = run.Lines, IsDryRun = isDryRun };
    }

    private static async Task ReadAsync(
        IArchiveReader archive, ChannelWriter<ImportedItem> writer, IProgress<double> progress, CancellationToken cancellation)
    {
        try
        {
            foreach (var item in archive.Read(progress, cancellation))
            {
                await writer.WriteAsync(item, cancellation);
            }

            writer.Complete();
        }
        catch (Exception fault)
        {
            // The consumer meets the fault at the end of the channel.
            writer.Complete(fault);
        }
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    private sealed class Run(ImportStore store, PicturesOfStory pictures, Publication publication, bool isDryRun)
    {
        public List<ImportLine> Lines { get; } = [];

        public int Count => Lines.Count;

        public async Task NoteAsync(ImportedItem item, CancellationToken cancellation)
        {
            var (outcome, notes) = item switch
            {
                LeftOutItem left => (ImportOutcome.LeftOut, (IReadOnlyList<string>)[left.What]),
                RefusedItem refused => (ImportOutcome.Refused, [refused.Reason]),
                ImportedAttachment attachment => await AttachmentAsync(attachment, cancellation),
                _ => throw new NotSupportedException($"{item.GetType().Name} is an unknown kind of item."),
            };
            Lines.Add(Line(item, outcome, null, notes));
        }

        public async Task SaveAsync(IReadOnlyList<ImportedStory> batch, CancellationToken cancellation)
        {
            if (batch.Count == 0)
            {
                return;
            }

            var ready = new List<(ImportedStory Item, StoryToStore Story, IReadOnlyList<string> Losses)>(batch.Count);
            foreach (var item in batch)
            {
                ready.Add(await PrepareAsync(item, cancellation));
            }

            var outcomes = isDryRun ? null
                : await store.SaveAsync([.. ready.Select(story => story.Story)], publication.FirstStoryNumber, cancellation);
            for (var index = 0; index < ready.Count; index++)
            {
                var (item, _, losses) = ready[index];
                Lines.Add(Line(item, outcomes?[index], losses));
            }
        }

        private async Task<(ImportOutcome, IReadOnlyList<string>)> AttachmentAsync(ImportedAttachment attachment, CancellationToken cancellation) =>
            await pictures.ReadAsync(attachment.Address, cancellation) switch
            {
                PictureReading.Kept => (ImportOutcome.Imported, []),
                PictureReading.Refused refused => (ImportOutcome.ImportedWithLosses, [$"The file was not taken, its address is kept: {refused.Reason}"]),
                _ => (ImportOutcome.ImportedWithLosses, [$"The file {attachment.Address} is not among the files given; its address is kept in the stories that show it."]),
            };

        private async Task<(ImportedStory Item, StoryToStore Story, IReadOnlyList<string> Losses)> PrepareAsync(
            ImportedStory item, CancellationToken cancellation)
        {
            var (content, missing) = await pictures.BringAsync(item.Content, cancellation);
            IReadOnlyList<string> losses = [.. item.Losses, .. missing];
            var status = item.Status;
            if (status.IsVisibleToReaders && CanonicalText.FirstUnassigned(content) is { } unassigned)
            {
                losses = [.. losses, $"It holds {unassigned}, which Unicode has not assigned and no seal can hold: it came in as a draft."];
                status = StoryStatus.Draft;
            }

            var edition = publication.Edition(content.Language) ?? publication.MainEdition;
            return (item, new StoryToStore
            {
                Source = item.Source,
                Content = content with { Language = edition.Language },
                Slug = item.Slug,
                Status = status,
                IsPage = item.IsPage,
                PublishedAt = item.PublishedAt,
                UpdatedAt = item.UpdatedAt > item.PublishedAt ? item.UpdatedAt : null,
                Zone = edition.TimeZone,
                Code = item.Code,
                Section = item.Section,
                TranslationKey = item.TranslationKey,
                OldLinks = [.. item.OldLinks.Select(OldLink.Of).OfType<string>().Distinct()],
            }, losses);
        }

        private static ImportLine Line(ImportedStory item, StoreOutcome? outcome, IReadOnlyList<string> losses) => outcome switch
        {
            StoreOutcome.Unchanged => Line(item, ImportOutcome.Unchanged, outcome, []),
            StoreOutcome.Revised => Line(item, ImportOutcome.Revised, outcome, losses),
            StoreOutcome.LeftAlone => Line(item, ImportOutcome.LeftAlone, outcome, ["The newsroom has worked on it since; that work was kept."]),
            StoreOutcome.AddedUnderNewCode(var code, var wanted) => Line(
                item, ImportOutcome.ImportedWithLosses, outcome, [.. losses, $"The code {wanted} belongs to another story here; it was given {code}."]),
            _ => Line(item, losses.Count == 0 ? ImportOutcome.Imported : ImportOutcome.ImportedWithLosses, outcome, losses),
        };

        private static ImportLine Line(ImportedItem item, ImportOutcome outcome, StoreOutcome? stored, IReadOnlyList<string> notes) => new()
        {
            Outcome = outcome,
            Source = item.Source,
            Line = item.Line,
            Label = item.Label,
            Code = stored?.Code.Digits,
            Notes = notes,
        };
    }
}
