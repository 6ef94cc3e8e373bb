using System.CommandLine;
using System.Text.Json;
using Storyprint.Commands.Releases;
using Storyprint.Formats.DraftFiles;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Spelling;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.Operations;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Work;

namespace Storyprint.Commands.Drafts;

/// <summary><c>storyprint show</c>: how a story stands, what holds its release, and its text.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = SharedOptions.Data();
        var command = new Command("show", "How a story stands, who has it, what holds its release, and its text as Markdown. Nothing is changed.") { code, json, data };
        command.SetAction((parsed, cancellation) => StoryAnswer.WithDraftAsync(parsed.GetValue(data)!, parsed.GetValue(code), async (installation, draft) =>
        {
            var work = await installation.Stores.Work.FindAsync(draft.Code, cancellation) ?? throw new InvalidOperationException("A story with a text has a state.");
            var output = parsed.InvocationConfiguration.Output;
            var holds = await HoldsAsync(installation, draft, cancellation);
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(Shown(work, draft, holds), StoryJsonLines.Readable.ShownStory));
            }
            else
            {
                Write(output, installation, work, draft, holds);
            }

            return 0;
        }, cancellation));
        return command;
    }

    // By the rules that decide on a release; what is published as it stands waits for none.
    private static async Task<IReadOnlyList<Hindrance>> HoldsAsync(Installation installation, Draft draft, CancellationToken cancellation)
    {
        using var dictionaries = new HunspellDictionaries();
        return await installation.Stores.Releases().FindAsync(draft.Code, cancellation) is not var (story, refusals) ? []
            : [.. refusals.Concat(new ReleaseTrial(dictionaries, TimeProvider.System).Refusals(story)).Select(refusal => new Hindrance(refusal.Key, refusal.Sentence)).Distinct()];
    }

    private static ShownStory Shown(StoryWork work, Draft draft, IReadOnlyList<Hindrance> holds) => new()
    {
        Code = draft.Code.Digits,
        State = StoryWords.Of(work.Story.State),
        Headline = draft.Content.Headline,
        Edition = draft.Edition,
        Section = draft.Content.Section,
        Desk = work.Story.Desk,
        Holder = work.HolderName,
        SubmittedBy = work.SubmittedByName,
        ApprovedBy = work.ApprovedByName,
        IsChangedSinceApproval = work.IsChangedSinceApproval,
        DueAt = work.DueAt,
        ChangedAt = work.ChangedAt,
        Revision = work.Revision?.Value,
        Holds = holds,
        Markdown = DraftFile.BodyOf(draft.Content),
    };

    private static void Write(TextWriter output, Installation installation, StoryWork work, Draft draft, IReadOnlyList<Hindrance> holds)
    {
        var (edition, content) = (installation.Publication.EditionOrMain(draft.Edition), draft.Content);
        output.WriteLine($"{draft.Code}  {(content.Headline.Length > 0 ? content.Headline : "(no headline)")}");
        Line(output, "state", StoryWords.Of(work.Story.State) + (work.Revision is { } revision ? $", revision {revision.Value}" : string.Empty));
        Line(output, "edition", draft.Edition);
        Line(output, "section", content.Section);
        Line(output, "desk", work.Story.Desk);
        Line(output, "in hand", work.HolderName);
        Line(output, "submitted", By(work.SubmittedByName, work.SubmittedAt));
        Line(output, "approved", By(work.ApprovedByName, work.ApprovedAt) is { } approved ? approved + (work.IsChangedSinceApproval ? "; changed since, so it is to be approved again" : string.Empty) : null);
        Line(output, "due", work.DueAt is { } due ? StoryAnswer.Moment(due, edition) : null);
        Line(output, "changed", work.ChangedAt is { } at ? StoryAnswer.Moment(at, edition) : null);
        Line(output, "newsroom", $"{NewsroomOrigin.Public(installation.Publication).Address}{NewsroomOrigin.Public(installation.Publication).BasePath}/stories/{draft.Code}");
        output.WriteLine(holds.Count > 0 ? "\nThis holds its release:" : draft.HasChanges ? "\nNothing holds its release." : "\nNothing waits to be released.");
        foreach (var hindrance in holds)
        {
            output.WriteLine($"  {hindrance.Sentence}");
        }

        output.WriteLine($"\n# {content.Headline}\n");
        foreach (var line in new[] { content.Kicker, content.Standfirst, string.Join(", ", content.Bylines), content.Dateline }.Where(line => line.Length > 0))
        {
            output.WriteLine($"{line}\n");
        }

        output.Write(DraftFile.BodyOf(content));

        string? By(string? name, DateTimeOffset? when) => when is { } moment ? $"{StoryAnswer.Moment(moment, edition)}{(name is null ? string.Empty : $" by {name}")}" : null;
    }

    private static void Line(TextWriter output, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            output.WriteLine($"  {name + ":",-11}{value}");
        }
    }
}
