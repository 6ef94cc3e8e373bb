using System.CommandLine;
using Storyprint.Newsroom.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint correct</c>: corrects an error in a story, or the words of an earlier note.</summary>
internal static class CorrectCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var file = ReleaseOptions.File();
        var draft = ReleaseOptions.Draft();
        var expected = ReleaseOptions.Expected("The revision the file was made from, or that you read.");
        var note = new Option<string>("--note") { Description = "The whole sentence that readers will see.", Required = true };
        var said = new Option<string?>("--said") { Description = "What the story said." };
        var says = new Option<string?>("--says") { Description = "What it says now." };
        var foundBy = new Option<string?>("--found-by") { Description = "Who found the error, where they agreed to be named." };
        var ofNote = new Option<int?>("--of-note") { Description = "Correct the words of a note instead: 1 for the newest, 2 for the one before." };
        var edition = ReleaseOptions.Edition();
        var newSection = ReleaseOptions.NewSection();
        var data = SharedOptions.Data();
        var command = new Command("correct", "Correct a published story, with a note that stays. Without file or draft only the note is added.")
        {
            code, file, draft, expected, note, said, says, foundBy, ofNote, edition, newSection, data,
        };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(parsed.GetValue(data)!, async session =>
        {
            var words = new NoteWords
            {
                Text = parsed.GetValue(note)!,
                Said = parsed.GetValue(said) ?? string.Empty,
                Says = parsed.GetValue(says) ?? string.Empty,
                FoundBy = parsed.GetValue(foundBy),
            };
            var story = parsed.GetValue(code);
            var revision = parsed.GetValue(expected);
            if (parsed.GetValue(ofNote) is { } position)
            {
                return revision is null ? await CommandError.WriteAsync(Unsaid) : await session.ShowAsync(
                    await new CorrectNote(session.Store).RunAsync(session.Context, story, position - 1, words, new RevisionNumber(revision.Value), cancellation), cancellation);
            }

            var (text, problem) = parsed.GetValue(file) is null && !parsed.GetValue(draft)
                ? revision is null ? (null, Unsaid) : (new ReleaseText.AsPublished(new RevisionNumber(revision.Value)), string.Empty)
                : await session.TextAsync(story, parsed.GetValue(file), parsed.GetValue(draft), revision, parsed.GetValue(edition), cancellation);
            return text is null
                ? await CommandError.WriteAsync(problem)
                : await session.ShowAsync(await new CorrectStory(session.Store, session.Dictionaries).RunAsync(session.Context, story, text, words, cancellation), cancellation);
        }, cancellation, parsed.GetValue(newSection)));
        return command;
    }

    internal const string Unsaid = "Say with --expected which revision you read, so that nothing released since is passed over unseen.";
}
