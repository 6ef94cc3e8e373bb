using System.Globalization;
using Storyprint.Commands.Releases;
using Storyprint.Newsroom.Drafts;
using Storyprint.Operations;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Drafts;

/// <summary>A draft goes into a file, through somebody's editor, and back; each step is said and recorded.</summary>
internal sealed class DraftEditing(Installation installation, StoryCode code, TextWriter output, CancellationToken cancellation)
{
    private readonly EditDraftFile verb = new(installation.Stores, installation.Publication);

    public async Task<int> WriteAsync(string path)
    {
        if (await WrittenAsync(path) is not { } written)
        {
            return CommandError.ExitCode;
        }

        output.WriteLine($"{path} holds the draft of story {code}, version {written.Version}. When you have changed it: storyprint edit {code} --in {path}");
        return 0;
    }

    public async Task<int> OpenAsync()
    {
        if (PersonalEditor.Named is not { } editor)
        {
            return await CommandError.WriteAsync("No editor is named. Set VISUAL or EDITOR, or use --out FILE and then --in FILE.");
        }

        // Only this user may read it.
        var path = Path.Combine(Directory.CreateTempSubdirectory($"storyprint-{code}-").FullName, $"{code}.md");
        if (await WrittenAsync(path) is not { } written)
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
            return CommandError.ExitCode;
        }

        if (await PersonalEditor.RunAsync(editor, path, cancellation) is { } problem)
        {
            return await CommandError.WriteAsync($"{problem} Nothing was taken in; your text is in {path}");
        }

        var isUntouched = await File.ReadAllTextAsync(path, cancellation) == written.File.Text;
        var result = isUntouched ? Say("Nothing was changed.") : await TakeInAsync(path);
        if (result == 0)
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        return result;
    }

    public async Task<int> TakeInAsync(string path)
    {
        var by = ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine);
        switch (await verb.TakeInAsync(by, code, path, cancellation))
        {
            case DraftFileOutcome.TakenIn taken:
                return await TakenInAsync(by, path, taken);
            case DraftFileOutcome.Unchanged:
                return Say("Nothing in the file differs from the draft that it was made from.");
            case DraftFileOutcome.Refused refused:
                return await CommandError.WriteAsync($"{refused.Sentence}\nNothing was taken in. The file stays as it is: {path}", ReleaseSession.Refused);
            default:
                throw new InvalidOperationException("A file is taken in or refused.");
        }
    }

    private async Task<int> TakenInAsync(ReleaseContext by, string path, DraftFileOutcome.TakenIn taken)
    {
        if (taken.IsNew && await installation.RecordAsync(by, AuditAct.DraftEdited, code.Digits, after: taken.Version.ToString(CultureInfo.InvariantCulture)) is { } unrecorded)
        {
            await Console.Error.WriteLineAsync(unrecorded);
        }

        var others = taken.By.Where(name => name.Length > 0).ToList();
        output.WriteLine((taken.IsNew ? $"Taken in: story {code} has version {taken.Version} of its draft." : $"This file was taken in before; story {code} has version {taken.Version} of its draft.")
            + (others.Count > 0 ? $" Merged with what {string.Join(", ", others)} wrote meanwhile." : string.Empty));
        if (taken.File is null)
        {
            return Say("You and somebody else changed the same words. They stand side by side; choose in the editor. The story is not released before.");
        }

        // The next change in the file is one from here on.
        return await ProblemOfWritingAsync(path, taken.File.Text, FileMode.Create) is { } problem
            ? Say($"{problem} The draft has your words all the same. Before you go on, write a new file with --out.")
            : 0;
    }

    private async Task<DraftFileOutcome.Written?> WrittenAsync(string path)
    {
        var outcome = await verb.WriteAsync(code, cancellation);
        if (outcome is not DraftFileOutcome.Written written)
        {
            await CommandError.WriteAsync(((DraftFileOutcome.Refused)outcome).Sentence);
            return null;
        }

        // A file that somebody is at work in is never written over.
        if (await ProblemOfWritingAsync(path, written.File.Text, FileMode.CreateNew) is { } problem)
        {
            await CommandError.WriteAsync(File.Exists(path) ? $"{path} exists. Take it in with --in {path}, or name another file." : problem);
            return null;
        }

        foreach (var words in written.File.Kept)
        {
            await Console.Error.WriteLineAsync($"Markdown cannot hold a block; it is named in the file and stays as it is: “{(words.Length > 80 ? words[..80] + "…" : words)}”");
        }

        if (await installation.Stores.Drafts.FindStandingAsync(code, cancellation) is { } draft)
        {
            await StoryAnswer.RecordReadingAsync(installation, draft, cancellation);
        }

        await ExportRecord.WriteAsync(installation, $"draft {code}", Path.GetFullPath(path));
        return written;
    }

    private static async Task<string?> ProblemOfWritingAsync(string path, string text, FileMode mode)
    {
        try
        {
            await using var file = new StreamWriter(new FileStream(path, mode, FileAccess.Write));
            await file.WriteAsync(text);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {fault.Message}";
        }
    }

    private int Say(string sentence)
    {
        output.WriteLine(sentence);
        return 0;
    }
}
