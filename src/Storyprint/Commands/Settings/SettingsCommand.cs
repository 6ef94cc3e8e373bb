using System.CommandLine;
using Storyprint.Newsroom.Settings;
using Storyprint.Operations;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Commands.Settings;

/// <summary><c>storyprint settings</c>: shows and changes what the newsroom decides, with all values it ever had.</summary>
internal static class SettingsCommand
{
    private const int Shown = 50;

    public static Command Create() => new("settings", "Show and change the settings of the publication. What belongs to a machine (database, folders, keys, ports) stays in its file and its environment.")
    {
        List(), Show(), Set(), History(), Revert(), ExportSettings.Create(),
    };

    private static Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "Show every setting, a line each.") { data };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, installation =>
        {
            foreach (var (key, setting) in installation.Current.Settings.All.OrderBy(setting => setting.Key.ToString(), StringComparer.Ordinal))
            {
                parsed.InvocationConfiguration.Output.WriteLine($"{key,-30} {SettingText.OnOneLine(setting.Value)}");
            }

            return Task.FromResult(0);
        }, cancellation));
        return command;
    }

    private static Command Show()
    {
        var (data, key) = (SharedOptions.Data(), Key());
        var command = new Command("show", "Show one setting whole.") { key, data };
        command.SetAction((parsed, cancellation) => WithKeyAsync(parsed, parsed.GetValue(data)!, parsed.GetValue(key)!, (installation, named) =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(SettingText.ForPeople(installation.Current.Settings.All.GetValueOrDefault(named)?.Value ?? "null"));
            return Task.FromResult(0);
        }, cancellation));
        return command;
    }

    private static Command Set()
    {
        var (data, key) = (SharedOptions.Data(), Key());
        var value = new Argument<string>("value") { Description = "A text, a number, true or false; or JSON. “@FILE” reads it from a file; null takes the setting back to what the program does by itself." };
        var reason = new Option<string?>("--reason") { Description = "Why, in a few words; kept with the change." };
        var command = new Command("set", "Change a setting. It is in force on every node within a second.") { key, value, reason, data };
        command.SetAction((parsed, cancellation) => WithKeyAsync(parsed, parsed.GetValue(data)!, parsed.GetValue(key)!, async (installation, named) =>
        {
            var (json, problem) = await SettingText.ReadAsync(named, parsed.GetValue(value)!, cancellation);
            return json is null ? await SettingsReport.RefuseAsync(parsed, problem) : await SettingsReport.WriteAsync(
                parsed,
                await new ChangeSettings(installation.Stores.Settings).RunAsync(
                    ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine, parsed.GetValue(reason)), [new SettingChange(named, json)], cancellation));
        }, cancellation));
        return command;
    }

    private static Command History()
    {
        var data = SharedOptions.Data();
        var key = new Argument<string?>("key") { Description = "Such as address or editions.en.name; every setting where none is named.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("history", "Show who changed what, when and by which means, newest first.") { key, data };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
        {
            if (parsed.GetValue(key) is { } text && !SettingKey.TryParse(text, out _))
            {
                return await SettingsReport.RefuseAsync(parsed, SettingText.UnknownKey(text));
            }

            foreach (var version in await installation.Stores.Settings.HistoryAsync(SettingKey.TryParse(parsed.GetValue(key), out var named) ? named : null, Shown, cancellation))
            {
                parsed.InvocationConfiguration.Output.WriteLine($"{version.Id,6} {version.ChangedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} {version.ChangedBy} ({version.ChangedVia.Sentence}){(version.Reason is { } reason ? $": {reason}" : "")}");
                parsed.InvocationConfiguration.Output.WriteLine($"{"",6} {version.Key}: {SettingText.OnOneLine(version.Before ?? "null")} → {SettingText.OnOneLine(version.Value)}");
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Command Revert()
    {
        var data = SharedOptions.Data();
        var version = new Argument<long>("version") { Description = "A number of the history; the value of that change is brought back." };
        var command = new Command("revert", "Bring back a value that a setting had.") { version, data };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
            await new ChangeSettings(installation.Stores.Settings).RevertAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), parsed.GetValue(version), cancellation) is { } outcome
                ? await SettingsReport.WriteAsync(parsed, outcome)
                : await SettingsReport.RefuseAsync(parsed, $"There is no change {parsed.GetValue(version)}; 'storyprint settings history' lists them."), cancellation));
        return command;
    }

    private static Argument<string> Key() => new("key") { Description = "Such as address, editions.en.name or editions.fa.sections; 'storyprint settings list' shows all." };

    private static Task<int> WithKeyAsync(ParseResult parsed, string folder, string text, Func<Installation, SettingKey, Task<int>> run, CancellationToken cancellation) =>
        OpenPublication.ForReadingAsync(folder, async installation =>
            SettingKey.TryParse(text, out var key) ? await run(installation, key) : await SettingsReport.RefuseAsync(parsed, SettingText.UnknownKey(text)), cancellation);
}
