using System.CommandLine;
using Storyprint.Newsroom.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint publish</c>: publishes a new story from a file, or a draft.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var story = new Argument<string>("story") { Description = "A Markdown file with a new story, or the code of a story whose draft is to be published." };
        var edition = ReleaseOptions.Edition();
        var newSection = ReleaseOptions.NewSection();
        var data = SharedOptions.Data();
        var command = new Command("publish", "Publish a story: revision 1, sealed and logged.") { story, edition, newSection, data };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(
            parsed.GetValue(data)!, session => RunAsync(session, parsed.GetValue(story)!, parsed.GetValue(edition), cancellation), cancellation, parsed.GetValue(newSection)));
        return command;
    }

    private static async Task<int> RunAsync(ReleaseSession session, string given, string? edition, CancellationToken cancellation)
    {
        var publish = new PublishStory(session.Store, session.Publication);
        if (!File.Exists(given) && StoryCodeParseResult.Read(given).AnyCode is { } code)
        {
            return await session.ShowAsync(await publish.RunAsync(session.Context, code, cancellation), cancellation);
        }

        var (story, problem) = await session.ReadAsync(given, edition, cancellation);
        if (story is null)
        {
            return await CommandError.WriteAsync(problem);
        }

        if (story.Code is { } wanted)
        {
            return await CommandError.WriteAsync(
                $"{given} names the code {wanted}, and a story that is published new gets the next one. Take the line 'code' out; or bring the story in under its old code with 'storyprint import'; or release it again with 'storyprint update {wanted}'.", ReleaseSession.Refused);
        }

        return await session.ShowAsync(await publish.RunAsync(session.Context, story.Content, story.Slug, story.Section, story.TranslationKey, cancellation), cancellation);
    }
}
