using System.CommandLine;
using System.Globalization;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
using Storyprint.Operations.Recovery;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Verification;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint log</c>: shows the state of the publication's log, and recovers it after a restore.</summary>
internal static class LogCommand
{
    private const int Refused = 2;

    public static Command Create() => new("log", "Show how the log stands, and bring it back after a database was restored from a backup.")
    {
        Status(), Recover(),
    };

    private static Command Status()
    {
        var data = SharedOptions.Data();
        var command = new Command("status", "Show size, root, mark and what the witnesses say, and what to do if nothing can be released. Exit code 0: releases can be made; 1: they cannot.") { data };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => StatusAsync(installation, cancellation)));
        return command;
    }

    private static Command Recover()
    {
        var data = SharedOptions.Data();
        var from = new Option<string>("--from") { Description = "Folder of an archive or a mirror, or the address of the old server.", Required = true };
        var sure = new Option<bool>("--yes") { Description = "Do it. Without it everything is tried and shown, and nothing is changed." };
        var without = new Option<bool>("--without-texts") { Description = "Bring the log back even where the copy lacks texts; those stories become drafts again." };
        var command = new Command("recover", "Bring a database that was set back up to a copy of its own log. Exit code 0: done, or would be; 1: not possible; 2: something is still missing.")
        {
            from, sure, without, data,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(
            parsed.GetValue(data)!, installation => RecoverAsync(installation, parsed.GetValue(from)!, !parsed.GetValue(sure), parsed.GetValue(without), cancellation)));
        return command;
    }

    private static async Task<int> StatusAsync(Installation installation, CancellationToken cancellation)
    {
        await installation.Database.MigrateAsync(cancellation);
        if (await installation.Stores.Log.HeadAsync(cancellation) is { } head)
        {
            Console.WriteLine($"Log      {head.Checkpoint.Body.Origin}");
            Console.WriteLine($"Size     {Number(head.Size)} entries");
            Console.WriteLine($"Root     {head.Root}");
        }

        Console.WriteLine($"Mark     {Words(installation.Log.Mark.Read())} in {installation.Log.Mark.Path}");
        if (installation.Log.Mark.WriteProblem() is { } reason)
        {
            await Console.Error.WriteLineAsync($"The mark cannot be written ({reason}): releases stand, but a database that is set back to one of them would not be noticed.");
        }

        await AskAsync(installation, cancellation);
        foreach (var (name, word) in installation.Log.Mark.LastStatements())
        {
            Console.WriteLine($"Witness  {name}: {Word(word)} ({Number(word.Size)} entries, {word.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)");
        }

        if (await installation.Log.CheckAsync(cancellation) is { } problem)
        {
            return await CommandError.WriteAsync(problem.Sentence);
        }

        Console.WriteLine("Releases can be made, as far as the log is concerned.");
        return 0;
    }

    private static async Task<int> RecoverAsync(Installation installation, string from, bool isTrial, bool withoutTexts, CancellationToken cancellation)
    {
        if (PublishedSite.At(from) is not { } site)
        {
            return await CommandError.WriteAsync(PublishedSite.Unknown(from));
        }

        using var opened = site as IDisposable;
        var recover = new RecoverLog(installation.Database, installation.Log, installation.Keys, installation.Media, installation.Publication, TimeProvider.System);
        var result = await recover.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Recovery), site, isTrial, withoutTexts, cancellation);
        var isShown = result is RecoverResult.Recovered;
        await (isShown ? Console.Out : Console.Error).WriteAsync(RecoverReport.Write(result));
        if (result is RecoverResult.Recovered { IsTrial: false })
        {
            await AskAsync(installation, cancellation);
        }

        return result switch
        {
            RecoverResult.Recovered { IsComplete: true } => 0,
            RecoverResult.Refused => 1,
            _ => Refused,
        };
    }

    private static async Task AskAsync(Installation installation, CancellationToken cancellation)
    {
        if (installation.Witnesses.IsEmpty)
        {
            return;
        }

        using var client = new WitnessClient();
        foreach (var result in (await installation.RequestCosignatures(client).RunAsync(again: true, cancellation))?.Results ?? [])
        {
            Console.WriteLine($"Witness  {result.Witness.Name}: {result.Sentence}");
        }
    }

    private static string Words(MarkReading reading) => reading switch
    {
        MarkReading.At(var mark, var isTorn) => $"{Number(mark.Size)} entries, {mark.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC,{(isTorn ? " and a half written line behind," : "")}",
        MarkReading.None => "none",
        _ => "cannot be read",
    };

    private static string Word(WitnessStatement word) => word switch
    {
        WitnessStatement.Cosigned => "last cosigned",
        WitnessStatement.SawMore => "had seen more than the log had",
        _ => "says that the log contradicts what it saw",
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
