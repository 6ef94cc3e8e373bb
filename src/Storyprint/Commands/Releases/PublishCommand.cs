using System.CommandLine;
using Storyprint.Newsroom.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint publish</c>: a new story from a file, or a draft.</summary>
internal static class PublishCommand
{
    public static Command Make()
    {
        var story = new Argument<string>("story") { Description = "A Markdown file with a new story, or the code of a story whose draft is to be published." };
        var edition = ReleaseOptions.Edition();
        var data = SharedOptions.Data();
        var command = new Command("publish", "Publish a story: revision 1, sealed and logged.") { story, edition, data };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(
            parsed.GetValue(data)!, desk => RunAsync(desk, parsed.GetValue(story)!, parsed.GetValue(edition), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ReleaseSession desk, string given, string? edition, CancellationToken cancellation)
    {
        var publish = new PublishStory(desk.Store, desk.Publication);
        if (!File.Exists(given) && StoryCodeParseResult.Read(given).AnyCode is { } code)
        {
            return await desk.ShowAsync(await publish.RunAsync(desk.Context, code, cancellation), cancellation);
        }

        var (story, problem) = await desk.ReadAsync(given, edition, cancellation);
        if (story is null)
        {
            return await CommandError.TellAsync(problem);
        }

        var slug = story.Slug.IsEmpty ? Slug.From(story.Content.Headline) : story.Slug;
        return await desk.ShowAsync(await publish.RunAsync(desk.Context, story.Content, slug, story.Section, story.TranslationKey, cancellation), cancellation);
    }
}
