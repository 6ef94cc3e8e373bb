using System.CommandLine;
using Storyprint.Commands.Releases;
using Storyprint.Operations.Sites;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Drafts;

/// <summary><c>storyprint preview</c>: a draft as readers would see it, in a file.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var print = new Option<bool>("--print") { Description = "The page for paper instead of the one for screens." };
        var to = new Option<string?>("--out") { Description = "The file to write; CODE.html, or CODE-print.html, where nothing is said." };
        var data = SharedOptions.Data();
        var command = new Command("preview", "Write the page of a draft, as it would be if it were released now, into a file that a browser opens. Nothing is published.") { code, print, to, data };
        command.SetAction((parsed, cancellation) => StoryAnswer.WithDraftAsync(parsed.GetValue(data)!, parsed.GetValue(code), async (installation, draft) =>
        {
            var isPrint = parsed.GetValue(print);
            var path = parsed.GetValue(to) ?? $"{draft.Code}{(isPrint ? "-print" : string.Empty)}.html";
            var page = await new DraftPreview(installation).PageAsync(draft, isPrint, cancellation);
            try
            {
                await File.WriteAllBytesAsync(path, page, cancellation);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return await CommandError.WriteAsync($"{path} cannot be written: {fault.Message}");
            }

            await ExportRecord.WriteAsync(installation, $"draft {draft.Code}", Path.GetFullPath(path));
            parsed.InvocationConfiguration.Output.WriteLine($"{path} shows story {draft.Code} as readers would see it{(isPrint ? " on paper" : string.Empty)}.");
            return 0;
        }, cancellation));
        return command;
    }
}
