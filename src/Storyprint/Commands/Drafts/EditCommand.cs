using System.CommandLine;
using Storyprint.Commands.Releases;

namespace Storyprint.Commands.Drafts;

/// <summary><c>storyprint edit</c>: a draft as a Markdown file, in an editor or by hand, and back.</summary>
internal static class EditCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var to = new Option<string?>("--out") { Description = "Write the draft into this new file and open no editor." };
        var from = new Option<string?>("--in") { Description = "Take in a changed file that this command wrote. It is written anew with the draft as it stands then." };
        var data = SharedOptions.Data();
        var command = new Command(
            "edit", "Change a draft as Markdown: its fields, its words, what pictures show. It opens $VISUAL or $EDITOR, or works with --out and --in. What others wrote meanwhile is merged. Exit code 0: it is done; 1: not possible; 2: the file was refused, and is kept.") { code, to, from, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is not null && result.GetValue(from) is not null)
            {
                result.AddError("Give either --out or --in.");
            }
        });
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, installation =>
        {
            var edit = new DraftEditing(installation, parsed.GetValue(code), parsed.InvocationConfiguration.Output, cancellation);
            return parsed.GetValue(to) is { } written ? edit.WriteAsync(written) : parsed.GetValue(from) is { } changed ? edit.TakeInAsync(changed) : edit.OpenAsync();
        }, cancellation));
        return command;
    }
}
