using System.Security.Cryptography;
using System.Text;
using Storyprint.Formats.DraftFiles;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Alignment;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Workflow;

namespace Storyprint.Newsroom.Drafts;

/// <summary>Writes a draft into a Markdown file, and takes a changed file in as an editor's words are taken in: merged with what others wrote meanwhile.</summary>
public sealed class EditDraftFile(Stores stores, Publication publication)
{
    private const int MaxBytes = 4 << 20;

    /// <summary>The draft as a file.</summary>
    public async Task<DraftFileOutcome> WriteAsync(StoryCode code, CancellationToken cancellation = default) => await OpenAsync(code, cancellation) is var (state, refused) && refused is not null
        ? refused
        : new DraftFileOutcome.Written(DraftFile.Write(code, state!.Version, state.Draft), state.Version);

    /// <summary>Takes a file in. What is refused changes nothing, neither the draft nor the file.</summary>
    /// <param name="path">The file; pictures that are new in it stand beside it.</param>
    public async Task<DraftFileOutcome> TakeInAsync(ReleaseContext by, StoryCode code, string path, CancellationToken cancellation = default)
    {
        var (text, unreadable) = await ReadAsync(path, cancellation);
        if (text is null)
        {
            return new DraftFileOutcome.Refused(unreadable);
        }

        if (!DraftFile.TryReadOrigin(text, out var origin, out var problem))
        {
            return DraftFileOutcome.Refused.Of(path, problem);
        }

        if (origin.Code != code)
        {
            return new DraftFileOutcome.Refused($"{path} is a file of story {origin.Code}, not of {code}.");
        }

        if (await OpenAsync(code, cancellation) is var (state, refused) && refused is not null)
        {
            return refused;
        }

        if (await stores.DraftJournal.AtAsync(code, origin.Version, cancellation) is not { } before)
        {
            return new DraftFileOutcome.Refused($"{path} was made from version {origin.Version} of the draft, which is not known any more; it has version {state!.Version} now. Write a new file and bring your changes over.");
        }

        return DraftFile.TryRead(text, before, out var content, out problem) ? await MergeAsync(by, code, path, text, (origin.Version, before), content, cancellation) : DraftFileOutcome.Refused.Of(path, problem);
    }

    private async Task<DraftFileOutcome> MergeAsync(ReleaseContext by, StoryCode code, string path, string text, (long Version, StoryDraft Draft) before, StoryContent content, CancellationToken cancellation)
    {
        var known = DraftContent.Preview(before.Draft);
        if (DraftFile.IsSame(known, content))
        {
            return new DraftFileOutcome.Unchanged();
        }

        var (whole, missing) = await CompletedAsync(path, known, content, cancellation);
        if (whole is null)
        {
            return new DraftFileOutcome.Refused(missing);
        }

        var submission = new DraftSubmission
        {
            // The same file again is the same sending: what it adds is not added twice.
            Request = "file-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32],
            Base = new DraftBase.Version(before.Version),
            Change = DraftDiff.Between(before.Draft, DraftAlignment.Of(before.Draft, whole, BlockId.New)),
        };
        return await stores.DraftJournal.MergeAsync(code, new DraftWriter(null, by.Actor, BlockId.New().Value), submission, cancellation) switch
        {
            DraftOutcome.Merged merged => await TakenInAsync(code, merged, cancellation),
            DraftOutcome.Refused(var problem) => new DraftFileOutcome.Refused($"{path}: {problem.Sentence}"),
            DraftOutcome.Withdrawn => new DraftFileOutcome.Refused($"Story {code} was withdrawn meanwhile."),
            var other => throw new InvalidOperationException($"{other.GetType().Name} cannot come of a version that was just read."),
        };
    }

    private async Task<DraftFileOutcome> TakenInAsync(StoryCode code, DraftOutcome.Merged merged, CancellationToken cancellation) =>
        await stores.DraftJournal.OpenAsync(code, cancellation) is DraftOpening.Opened({ Draft.HasChoices: false } state)
            ? new DraftFileOutcome.TakenIn(state.Version, merged.IsNew, merged.By, DraftFile.Write(code, state.Version, state.Draft))
            : new DraftFileOutcome.TakenIn(merged.Version, merged.IsNew, merged.By, null);

    // The section that a word means, and new pictures from beside the file.
    private async Task<(StoryContent? Content, string Problem)> CompletedAsync(string path, StoryContent known, StoryContent content, CancellationToken cancellation)
    {
        if (content.Section != known.Section && content.Section.Length > 0)
        {
            var edition = publication.EditionOrMain(content.Language);
            var sections = await stores.Terms.SectionsAsync(edition, cancellation);
            if ((SectionNames.Find(publication, edition, content.Section)?.Slug ?? sections.FirstOrDefault(section => section.Slug == content.Section)?.Slug) is not { } slug)
            {
                return (null, $"{path}: There is no section “{content.Section}”. There are: {string.Join(", ", sections.Select(section => section.Slug))}.");
            }

            content = content with { Section = slug };
        }

        return await new DraftPictures(stores.Pictures, path).BringAsync(known, content, cancellation);
    }

    private async Task<(DraftState? State, DraftFileOutcome.Refused? Refused)> OpenAsync(StoryCode code, CancellationToken cancellation)
    {
        if (await stores.Work.FindAsync(code, cancellation) is not { } work)
        {
            return (null, new DraftFileOutcome.Refused($"There is no story {code}."));
        }

        // Whoever has the machine may do what an administrator may.
        if (WorkflowRule.Decide(string.Empty, Permissions.Of(Role.Administrator), StoryVerb.Edit, work.Story) is { } why)
        {
            return (null, new DraftFileOutcome.Refused(why.Sentence));
        }

        return await stores.DraftJournal.OpenAsync(code, cancellation) switch
        {
            DraftOpening.Opened({ Draft.HasChoices: true }) => (null, new DraftFileOutcome.Refused($"Two people changed the same words of story {code}, and nobody has chosen between them yet. Choose in the editor first.")),
            DraftOpening.Opened(var state) => (state, null),
            DraftOpening.NotEditable(var problem) => (null, new DraftFileOutcome.Refused($"Story {code} cannot be edited: {problem.Sentence}")),
            _ => (null, new DraftFileOutcome.Refused($"No word is left of story {code}.")),
        };
    }

    private static async Task<(string? Text, string Problem)> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MaxBytes } ? (null, $"{path} is larger than {MaxBytes >> 20} MB, which no story is.")
                : (await File.ReadAllTextAsync(path, new UTF8Encoding(false, throwOnInvalidBytes: true), cancellation), string.Empty);
        }
        catch (DecoderFallbackException)
        {
            return (null, $"{path} is not written in UTF-8. Save it so, and take it in again.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be read: {fault.Message}");
        }
    }
}
