using System.CommandLine;
using System.Text.Json.Nodes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;

namespace Storyprint.Commands;

/// <summary><c>storyprint move</c>: carries a publication from one database to another.</summary>
internal static class MoveCommand
{
    public static Command Make()
    {
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "The new, empty database: Host=…;Database=…;Username=…, postgres://…, or sqlite:FILE." };
        var from = new Option<string?>("--from") { Description = "The database to move; the one the publication uses where nothing is said." };
        var turn = new Option<bool>("--switch") { Description = "Write the new database into publication.json when everything stands." };
        var reopen = new Option<bool>("--reopen") { Description = "Stay with the old database after all: lets releases into it again." };
        var command = new Command("move", "Carry the publication to another database, from SQLite to PostgreSQL or back. A stopped move is completed by the next run.") { data, to, from, turn, reopen };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => RunAsync(
            installation, parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(turn), parsed.GetValue(reopen), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, string? to, string? from, bool isSwitch, bool isReopening, CancellationToken cancellation)
    {
        try
        {
            var source = from is null ? installation.Database : DatabaseSetting.Open(from, installation.Folder);
            if (isReopening)
            {
                await MovePublication.ReopenAsync(source, cancellation);
                Console.WriteLine("The database takes releases again.");
                return 0;
            }

            if (to is null)
            {
                return await Problem.TellAsync("Say with --to where to.");
            }

            var target = DatabaseSetting.Open(to, installation.Folder);
            var progress = new ProgressLine<StepProgress>(step => ProgressStep.Of(step.Done, step.Total, step.What));
            var outcome = await new MovePublication(source, target).RunAsync(progress, cancellation);
            progress.Finish();
            target.CloseIdle();
            source.CloseIdle();
            return outcome switch
            {
                MoveOutcome.Done done => await FinishAsync(installation, done, to, isSwitch, cancellation),
                MoveOutcome.Refused(var sentence) => await Problem.TellAsync(sentence),
                _ => throw new NotSupportedException($"{outcome.GetType().Name} is an unknown outcome."),
            };
        }
        catch (InvalidOperationException unreadable)
        {
            return await Problem.TellAsync(unreadable.Message);
        }
        catch (System.Data.Common.DbException fault)
        {
            return await Problem.TellAsync($"{installation.Database.Problem(fault) ?? fault.Message} The move can be run again; it goes on where it stopped.");
        }
    }

    private static async Task<int> FinishAsync(Installation installation, MoveOutcome.Done done, string to, bool isSwitch, CancellationToken cancellation)
    {
        foreach (var (table, rows) in done.Tables)
        {
            Console.WriteLine($"{rows,12:N0} {table}");
        }

        Console.WriteLine($"The log has {done.LogSize:N0} entries, and its root is the same before and after: {done.Root}");
        var settings = Installation.SettingsPath(installation.Folder);
        if (Installation.NamedDatabase is not null)
        {
            Console.WriteLine("Set STORYPRINT_DATABASE to the new database now; the old one takes no releases any more.");
        }
        else if (isSwitch)
        {
            await SwitchAsync(settings, to, cancellation);
            Console.WriteLine($"{settings} names the new database now. Start the server again; the old database takes no releases any more, and can be deleted when all is well.");
        }
        else
        {
            Console.WriteLine($"Write \"database\": \"…\" with the new database into {settings}, or set STORYPRINT_DATABASE, which keeps a password out of the file; then start the server again.");
            Console.WriteLine("Until then readers are served from the old database, which takes no releases any more. To stay with it: storyprint move --reopen");
        }

        return 0;
    }

    // Comments in the file do not survive this: whoever writes some switches by hand.
    private static async Task SwitchAsync(string settings, string to, CancellationToken cancellation)
    {
        var options = new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var written = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(settings, cancellation), null, options)!;
        written["database"] = to;
        await File.WriteAllTextAsync(settings + ".new", written.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n", cancellation);
        File.Move(settings + ".new", settings, overwrite: true);
    }
}
