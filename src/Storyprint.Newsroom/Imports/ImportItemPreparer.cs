using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Storyprint.Formats.Imports;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Imports;

/// <summary>An item of an archive, prepared to be written or only reported.</summary>
/// <param name="Line">Its line in the report; for a story, as far as it is known before writing.</param>
/// <param name="Story">The story to write; null for an item that is no story.</param>
internal sealed record PreparedItem(ImportLine Line, PreparedStory? Story);

/// <summary>Prepares the items of an archive as far as possible without the database: pictures imported, texts folded, digests computed.</summary>
internal sealed class ImportItemPreparer(StoryPictureImporter pictures, StoryFileImporter files, Publication publication)
{
    /// <summary>Whether everything comes in unpublished.</summary>
    public bool DraftsOnly { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public async IAsyncEnumerable<PreparedItem> AllAsync(
        ChannelReader<ImportedItem> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in items.ReadAllAsync(cancellation))
        {
            yield return item switch
            {
                ImportedStory story => await StoryAsync(story, cancellation),
                ImportedAttachment attachment => await AttachmentAsync(attachment, cancellation),
                SkippedItem left => NoStory(left, ImportOutcome.LeftOut, left.What),
                RejectedItem refused => NoStory(refused, ImportOutcome.Refused, refused.Reason),
                _ => throw new NotSupportedException($"{item.GetType().Name} is an unknown kind of item."),
            };
        }
    }

    private async Task<PreparedItem> AttachmentAsync(ImportedAttachment attachment, CancellationToken cancellation)
    {
        var (target, hash, reason) = FileKind.IsNamed(attachment.Address)
            ? await files.ReadAsync(attachment.Address, cancellation) switch
            {
                DocumentOutcome.Kept kept => (kept.Path, kept.Hash, string.Empty),
                DocumentOutcome.Refused refused => (null, null, refused.Reason),
                _ => ((string?)null, (string?)null, string.Empty),
            }
            : await pictures.ReadAsync(attachment.Address, cancellation) switch
            {
                PictureOutcome.Kept kept => ($"/media/{kept.Hash}/{RenditionStore.Largest}.jpg", kept.Hash, string.Empty),
                PictureOutcome.Refused refused => (null, null, refused.Reason),
                _ => ((string?)null, (string?)null, string.Empty),
            };
        if (target is null || hash is null)
        {
            return NoStory(
                attachment, ImportOutcome.ImportedWithWarnings,
                [
                    reason.Length > 0 ? $"The file was not taken, its address is kept: {reason}" : $"The file {attachment.Address} is not among the files given; its address is kept in the stories that show it.",
                    .. attachment.ImportWarnings,
                ]);
        }

        var addresses = OldFileAddress.Of(target, hash, [attachment.Address, .. attachment.LegacyUrls]);
        var item = NoStory(attachment, attachment.ImportWarnings.Count == 0 ? ImportOutcome.Imported : ImportOutcome.ImportedWithWarnings, attachment.ImportWarnings);
        return item with { Line = item.Line with { OldAddresses = await pictures.KeepAsync(addresses, cancellation) } };
    }

    private static PreparedItem NoStory(ImportedItem item, ImportOutcome outcome, params IReadOnlyList<string> notes) => new(LineOf(item, outcome, notes), null);

    // Whoever reads the report must not see other words than stand there either.
    private static ImportLine LineOf(ImportedItem item, ImportOutcome outcome, IReadOnlyList<string> notes) => new()
    {
        Outcome = outcome,
        Source = item.Source,
        Line = item.Line,
        Label = InvisibleInStory.Repair(item.Label),
        Notes = [.. notes.Select(InvisibleInStory.Repair)],
    };

    // Characters that could make readers see other words than were sealed are removed, and reported, a line for each field.
    private static List<string> Invisible(StoryContent content) => [.. InvisibleInStory.Find(content).GroupBy(found => found.Place).Select(place =>
        $"Invisible characters were taken out of {place.Key}: {string.Join(", ", place.Select(found => found.CodePoint).Distinct())}. They could have made readers see other words.")];

    // At its hour nobody may be there to mend it.
    private static IEnumerable<string> AgainstRelease(StoryContent content, DateTimeOffset due) =>
        PublishRule.Decide(new StoryState { Status = StoryStatus.Scheduled }, content, null, due, isAsImported: true) is ReleaseDecision.Refused(var refusals)
            ? refusals.Select(refusal => $"It will not be released at its hour before this is mended: {refusal.Sentence}")
            : [];

    private async Task<PreparedItem> StoryAsync(
        ImportedStory given, CancellationToken cancellation)
    {
        var item = SectionOfItem.Settle(given, publication);
        var (linked, absent) = await files.BringAsync(ArchiveLink.Mark(item.Content, item.Identity?.Host), item.Identity?.Host, cancellation);
        var (single, missing) = await pictures.BringAsync(linked, cancellation);
        var content = ArchiveForm.Gathered(single);
        IReadOnlyList<string> warnings = [.. item.ImportWarnings, .. absent, .. missing];
        if (Invisible(content) is { Count: > 0 } invisible)
        {
            content = InvisibleInStory.Repair(content);
            warnings = [.. warnings, .. invisible];
        }

        var status = item.Status;
        if (status.IsVisibleToReaders && CanonicalText.FirstUnassigned(content) is { } unassigned)
        {
            warnings = [.. warnings, $"It holds {unassigned}, which Unicode has not assigned and no seal can hold: it came in as a draft."];
            status = StoryStatus.Draft;
        }

        if (DraftsOnly && (status.IsVisibleToReaders || status == StoryStatus.Scheduled))
        {
            warnings = [.. warnings.Except(item.Visibility.Notes), "It came as a draft because of --drafts."];
            status = StoryStatus.Draft;
        }

        if (status == StoryStatus.Scheduled && item.PublishedAt is { } due)
        {
            warnings = [.. warnings, .. AgainstRelease(content, due)];
        }

        var (kept, lost) = KeptAddresses.Choose(item.LegacyUrls, publication);
        var now = Clock.GetUtcNow();
        warnings = [.. warnings, .. lost, .. item.UpdatedAt > now ? ["The time of its last change lies in the future and was left out."] : Array.Empty<string>()];
        var edition = publication.EditionOrMain(content.Language);
        return new PreparedItem(LineOf(item, ImportOutcome.Imported, warnings) with { NewSection = SectionOfItem.New(item, publication), Comments = item.Comments.Count }, PreparedStory.Create(new StoryToStore
        {
            Source = item.Identity?.Source ?? item.Source,
            Identity = item.Identity,
            Content = content with { Language = edition.Language },
            Slug = item.Slug,
            Status = status,
            IsPage = item.IsPage,
            PublishedAt = item.PublishedAt,
            UpdatedAt = item.UpdatedAt > item.PublishedAt && item.UpdatedAt <= now ? item.UpdatedAt : null,
            Zone = edition.TimeZone,
            Code = item.Code,
            Section = item.Section,
            TranslationKey = item.TranslationKey,
            IsTranslationByPath = item.IsTranslationByPath,
            LegacyUrls = kept,
            Comments = [.. item.Comments.Select(comment => new ArchivedComment(InvisibleInStory.Repair(comment.Author), comment.WrittenAt, InvisibleInStory.Repair(comment.Text), comment.Parent))],
        }));
    }
}
