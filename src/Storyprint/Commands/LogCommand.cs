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
        Status(), Recover(), Confirm(),
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

    private static Command Confirm()
    {
        var data = SharedOptions.Data();
        var sure = new Option<bool>("--yes") { Description = "Go on from this database. Without it only what may be lost is shown." };
        var command = new Command("confirm", "Let the log go on from a database that was found on another server, after a failover or a restoration. Exit code 0: releases can be made; 1: they cannot; 2: --yes is needed.") { sure, data };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => ConfirmAsync(installation, parsed.GetValue(sure), cancellation)));
        return command;
    }

    private static async Task<int> ConfirmAsync(Installation installation, bool isSure, CancellationToken cancellation)
    {
        await installation.Database.MigrateAsync(cancellation);
        switch (await installation.Log.ReviewServerAsync(cancellation))
        {
            case LogProblem.ServerChanged changed when isSure:
                if (await installation.Log.ConfirmServerAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Recovery), cancellation) is { } wrong)
                {
                    return await CommandError.WriteAsync(wrong.Sentence);
                }

                Console.WriteLine($"The log goes on from here, behind {Number(changed.Size)} entries.");
                return 0;
            case LogProblem.ServerChanged changed:
                Console.WriteLine($"This database has {Number(changed.Size)} entries of the log{(changed.NewestAt is { } at ? $"; the newest release in it is of {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "")}.");
                foreach (var asked in changed.Asked)
                {
                    Console.WriteLine($"  {asked}");
                }

                Console.WriteLine("What may be lost: every story, correction and withdrawal released after that on the server before. Their codes and log entries would be given out a second time, and whoever has seen them can prove it.");
                Console.WriteLine("Look first at the pages, feeds and archives that readers have, and at the other machines: 'storyprint log status' there. Then say --yes.");
                return Refused;
            case { } problem:
                return await CommandError.WriteAsync(problem.Sentence);
            default:
                Console.WriteLine("There is nothing to confirm: the database is where the log was last signed, or the others have cleared it.");
                return 0;
        }
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
