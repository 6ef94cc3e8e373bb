using System.CommandLine;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Log;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint keys</c>: shows, rotates and revokes the publisher's keys.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Show, rotate and revoke the keys that sign the log and seal printed pages.")
    {
        List(), Rotate(), Revoke(),
    };

    private static Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "Show all keys there ever were, and where the private ones in use are kept.") { data };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, async installation =>
        {
            var problem = await installation.PrepareAsync(cancellation);
            var list = await installation.Stores.Keys.ListAsync(cancellation);
            foreach (var key in list.Keys)
            {
                Console.WriteLine($"{key.Role.Word,-5} {key.Ordinal,2} {Word(key.Status),-8} {key.Key}");
                Console.WriteLine($"{"",17} from {key.From:yyyy-MM-dd HH:mm} UTC{(key.Until is { } until ? $" until {until:yyyy-MM-dd HH:mm} UTC" : "")}"
                    + $"{(key.RevokedAtIndex is { } index ? $", revoked by log entry {index}" : "")}{(key.Status == KeyStatus.Active ? $", in {installation.Keys.PathOf(key.Role)}" : "")}");
            }

            return problem is null ? 0 : await CommandError.WriteAsync(problem.Sentence);
        }));
        return command;
    }

    private static Command Rotate()
    {
        var role = Role();
        var data = SharedOptions.Data();
        var lost = new Option<bool>("--lost") { Description = "The old key is gone: begin with a new one without its signature." };
        var command = new Command("rotate", "Begin to use a new key. What the old one signed stays good.") { role, lost, data };
        command.SetAction((parsed, cancellation) => ChangeAsync(
            parsed.GetValue(data)!, parsed.GetValue(role)!, (keys, which) => keys.RotateAsync(which, parsed.GetValue(lost), cancellation: cancellation), cancellation));
        return command;
    }

    private static Command Revoke()
    {
        var role = Role();
        var data = SharedOptions.Data();
        var command = new Command("revoke", "The key is in wrong hands: what it signed counts only where it stands in the log by now. A new key takes its place.") { role, data };
        command.SetAction((parsed, cancellation) => ChangeAsync(
            parsed.GetValue(data)!, parsed.GetValue(role)!, (keys, which) => keys.RevokeAsync(which, cancellation: cancellation), cancellation));
        return command;
    }

    private static Argument<string> Role()
    {
        var role = new Argument<string>("role") { Description = "log (signs the log) or seal (seals printed pages)." };
        role.AcceptOnlyFromAmong(KeyRole.Log.Word, KeyRole.Seal.Word);
        return role;
    }

    private static Task<int> ChangeAsync(
        string folder, string role, Func<KeyRotation, KeyRole, Task<(Provenance.Notes.VerifierKey? Key, LogProblem? Problem)>> change, CancellationToken cancellation) =>
        OpenPublication.RunAsync(folder, async installation =>
        {
            await installation.Database.MigrateAsync(cancellation);
            using var witnesses = new WitnessClient();
            var rotation = new KeyRotation(installation.Database, installation.Log, installation.Keys, TimeProvider.System, installation.WitnessClock(witnesses));
            var which = KeyRole.TryParseWord(role, out var read) ? read : throw new InvalidOperationException($"'{role}' is no role.");
            var (key, problem) = await change(rotation, which);
            if (key is null)
            {
                return await CommandError.WriteAsync(problem!.Sentence);
            }

            Console.WriteLine($"The {which.Word} key in use is now {key}");
            Console.WriteLine($"It is kept in {installation.Keys.PathOf(which)}. Keep a copy of that file where the database is not.");
            return 0;
        });

    private static string Word(KeyStatus status) => status switch
    {
        KeyStatus.Active => "in use",
        KeyStatus.Retired => "retired",
        _ => "revoked",
    };
}
