using System.CommandLine;
using Storyprint.Stories.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint update</c>: updates a story that has developed.</summary>
internal static class UpdateCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var file = ReleaseOptions.File();
        var draft = ReleaseOptions.Draft();
        var expected = ReleaseOptions.Expected("The revision the file was made from.");
        var note = new Option<string?>("--note") { Description = "What is new, in a sentence for readers. Needed unless every change is provably harmless." };
        var accept = new Option<bool>("--accept-note") { Description = "Where no note was written and one is needed, release with the one that the program writes." };
        var edition = ReleaseOptions.Edition();
        var newSection = ReleaseOptions.NewSection();
        var data = SharedOptions.Data();
        var command = new Command("update", "Update a published story. What may change its meaning goes out only with a public note.")
        {
            code, file, draft, expected, note, accept, edition, newSection, data,
        };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(parsed.GetValue(data)!, async session =>
        {
            var (text, problem) = await session.TextAsync(
                parsed.GetValue(code), parsed.GetValue(file), parsed.GetValue(draft), parsed.GetValue(expected), parsed.GetValue(edition), cancellation);
            var said = parsed.GetValue(note) is { } words ? new ReleaseNote(words) : null;
            return text is null
                ? await CommandError.WriteAsync(problem)
                : await session.ShowAsync(await session.UpdateAsync(parsed.GetValue(code), text, said, parsed.GetValue(accept), cancellation), cancellation);
        }, cancellation, parsed.GetValue(newSection)));
        return command;
    }
}
