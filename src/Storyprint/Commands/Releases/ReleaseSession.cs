using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Spelling;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
using Storyprint.Operations.Sweep;
using Storyprint.Serving;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Web.History;
using Storyprint.Web.Localization;

namespace Storyprint.Commands.Releases;

/// <summary>The context of a release command: an open installation whose log can be signed.</summary>
internal sealed class ReleaseSession(Installation installation, WitnessClient witnesses) : IDisposable
{
    public const int Refused = 2;

    public Publication Publication => installation.Publication;

    /// <summary>The user who runs the command.</summary>
    public ReleaseContext Context { get; } = ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine);

    /// <summary>Why the mark could not be written after the last release; null where it was.</summary>
    public string? MarkProblem => installation.Log.MarkProblem;

    public ReleaseStore Store { get; } = installation.Releases(witnesses);

    public StoryStore Stories { get; } = installation.Stores.Stories;

    public ScheduleStore Schedule { get; } = installation.Stores.Schedule;

    /// <summary>Whether a story may begin a section that there is not.</summary>
    public bool BeginsSections { get; init; }

    public HunspellDictionaries Dictionaries { get; } = new();

    public WithdrawStory Withdrawal => new(Store, installation.Media, installation.Database);

    public SweepWithdrawn Sweep => new(installation);

    /// <summary>Opens an installation for a release and runs the command; faults are explained on the error stream.</summary>
    public static Task<int> OpenAsync(string folder, Func<ReleaseSession, Task<int>> run, CancellationToken cancellation, bool beginsSections = false) => OpenPublication.ForReleasesAsync(folder, async installation =>
    {
        using var witnesses = new WitnessClient();
        using var telemetry = Telemetry.ForCommand();
        using var session = new ReleaseSession(installation, witnesses) { BeginsSections = beginsSections };
        return await run(session);
    }, cancellation);

    /// <summary>Updates a story. Where a note is required, none was written and the editor accepts it, the program's own note is added.</summary>
    public async Task<ReleaseOutcome> UpdateAsync(StoryCode code, ReleaseText text, ReleaseNote? note, bool acceptsNote, CancellationToken cancellation)
    {
        var update = new UpdateStory(Store, Dictionaries);
        var outcome = await update.RunAsync(Context, code, text, note, cancellation);

        // The expected revision is the same: if another came between, the second attempt is refused as the first would have been.
        return acceptsNote && outcome is ReleaseOutcome.Refused { Refusals: [ReleaseRefusal.NoteNeeded needed] }
            ? await update.RunAsync(Context, code, text, await OfferedNoteAsync(code, needed, cancellation), cancellation)
            : outcome;
    }

    /// <summary>The program's own note for an update that requires one, in the language of the story's edition.</summary>
    public async Task<ReleaseNote> OfferedNoteAsync(StoryCode code, ReleaseRefusal.NoteNeeded needed, CancellationToken cancellation) => OfferedNote.Create(
        InterfaceTexts.Load(Publication.EditionOrMain(await Stories.EditionAsync(code, cancellation)).Language, installation.TextsFolder), needed.Findings);

    public void Dispose() => Dictionaries.Dispose();

    /// <summary>The text to release: a file, or the story's draft.</summary>
    /// <param name="expected">The revision the file was made from; null takes that of the draft.</param>
    public async Task<(ReleaseText? Text, string Problem)> TextAsync(
        StoryCode code, string? file, bool draft, int? expected, string? edition, CancellationToken cancellation)
    {
        if ((file is null) == !draft)
        {
            return (null, "Give either a Markdown file or --draft.");
        }

        if (draft)
        {
            var made = expected ?? await Stories.DraftBaseAsync(code, cancellation);
            return (new ReleaseText.Draft(made > 0 ? new RevisionNumber(made.Value) : null), string.Empty);
        }

        if (expected is null)
        {
            return (null, "Say with --expected which revision the file was made from, so that nothing released since is overwritten unseen.");
        }

        var (story, problem) = await ReadAsync(file!, edition ?? await Stories.EditionAsync(code, cancellation), cancellation);
        return story is null
            ? (null, problem)
            : (new ReleaseText.Given(story.Content, story.HasOwnSlug ? story.Slug : null, story.Section, new RevisionNumber(expected.Value)), string.Empty);
    }

    /// <summary>Reads a story from a file; warnings go to the error stream.</summary>
    public async Task<(ImportedStory? Story, string Problem)> ReadAsync(string path, string? edition, CancellationToken cancellation)
    {
        if (edition is not null && Publication.Edition(edition) is null)
        {
            return (null, $"The publication has no edition '{edition}'; it has {string.Join(", ", Publication.Editions.Select(each => each.Language))}.");
        }

        var (story, problem) = await new MarkdownStoryFile(installation.Stores.Pictures, Publication).ReadAsync(path, Publication.EditionOrMain(edition), cancellation);
        foreach (var warning in story?.ImportWarnings ?? [])
        {
            await Console.Error.WriteLineAsync($"{path}: {warning}");
        }

        return story is not null && !BeginsSections && await SectionOfRelease.QuestionAsync(installation.Stores.Terms, Publication, story, cancellation) is { } question
            ? (null, $"{path}: {question}")
            : (story, problem);
    }
}
