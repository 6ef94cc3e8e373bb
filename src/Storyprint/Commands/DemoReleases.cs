using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Commands;

/// <summary>
/// The releases of the demonstration after its stories were published: corrections, updates, a retraction, a withdrawal, so that every kind of page can be
/// seen. A story with all its revisions is left alone, so the next start completes an interrupted one.
/// </summary>
internal sealed class DemoReleases(Installation installation, ImportStore imports)
{
    /// <summary>The name of the demonstration's archive, which is also that of its folder.</summary>
    public const string Archive = "demo";

    private readonly ReleaseStore store = new(installation.Database, installation.Log, TimeProvider.System);
    private readonly ReleaseContext context = ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine, "demonstration");
    private readonly StoryStore stories = new(installation.Database);

    public async Task RunAsync(string path, CancellationToken cancellation)
    {
        var steps = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellation), DemoReleasesJson.Default.IReadOnlyListDemoRelease) ?? [];
        foreach (var story in steps.GroupBy(step => step.Story))
        {
            foreach (var (index, step) in story.Index())
            {
                if (await FindAsync(step, cancellation) is var (code, revision) && revision == index + 1)
                {
                    await ReleaseAsync(code, new RevisionNumber(revision), step, cancellation);
                }
            }
        }
    }

    // Demonstrations of earlier versions have the path alone.
    private Task<(StoryCode Code, int Revision)?> FindAsync(DemoRelease step, CancellationToken cancellation) => FindAsync(imports, step.Story, step.Code, cancellation);

    /// <summary>A story of the demonstration, and its newest revision.</summary>
    /// <param name="story">Its file, as <c>en/01-library-reopens</c>.</param>
    /// <param name="code">The code that its file names; null for none.</param>
    public static async Task<(StoryCode Code, int Revision)?> FindAsync(ImportStore imports, string story, string? code, CancellationToken cancellation) =>
        await imports.FindAsync(code is not null ? $"markdown[{Archive}]#{code}" : $"markdown:{Archive}/stories/{story}.md", cancellation)
        ?? await imports.FindAsync($"markdown:stories/{story}.md", cancellation);

    private async Task ReleaseAsync(StoryCode code, RevisionNumber revision, DemoRelease step, CancellationToken cancellation)
    {
        var outcome = step.Kind switch
        {
            "update" => await new UpdateStory(store).RunAsync(
                context, code, await TextAsync(code, revision, step, cancellation), new ReleaseNote(step.Note!), cancellation),
            "correction" => await new CorrectStory(store).RunAsync(
                context, code, await TextAsync(code, revision, step, cancellation),
                new NoteWords { Text = step.Note!, Said = step.Said!, Says = step.Says!, FoundBy = step.FoundBy }, cancellation),
            "retraction" => await new RetractStory(store).RunAsync(context, code, step.Note!, revision, cancellation),
            _ => await new WithdrawStory(store, installation.Media, installation.Database).RunAsync(context, code, step.Reason, revision, cancellation),
        };
        if (outcome is not ReleaseOutcome.Done)
        {
            await Console.Error.WriteLineAsync($"demo: {step.Story} was not released: {outcome}");
        }
    }

    // Only the changed words are listed, instead of a second copy of the whole story.
    private async Task<ReleaseText> TextAsync(StoryCode code, RevisionNumber revision, DemoRelease step, CancellationToken cancellation)
    {
        var story = await stories.FindAsync(code, cancellation) ?? throw new InvalidOperationException($"The demonstration's story {code} is not there.");
        var json = step.Replace.Aggregate(StoryJson.Write(story.Content), (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal));
        return new ReleaseText.Given(StoryJson.Read(json), null, null, revision);
    }
}

/// <summary>One release of the demonstration.</summary>
/// <param name="Story">The file of the story, relative to the folder of stories, without its ending.</param>
/// <param name="Kind">update, correction, retraction or withdrawal.</param>
internal sealed record DemoRelease(string Story, string Kind)
{
    /// <summary>The code that the story's file gives it; null where it gives none.</summary>
    public string? Code { get; init; }

    /// <summary>Pairs of old and new wording.</summary>
    public IReadOnlyList<string[]> Replace { get; init; } = [];

    public string? Note { get; init; }

    public string? Said { get; init; }

    public string? Says { get; init; }

    public string? FoundBy { get; init; }

    public WithdrawalReason Reason { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<DemoRelease>))]
internal sealed partial class DemoReleasesJson : JsonSerializerContext;
