using Storyprint.Operations;
using Storyprint.Operations.Move;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;

namespace Storyprint.Commands;

/// <summary>Reports a finished move, and switches the settings to the new places or says how to.</summary>
internal sealed class MoveReport(Installation installation, MoveOptions options)
{
    private const int Incomplete = 2;
    private const int PicturesShown = 20;

    private readonly string settings = Installation.SettingsPath(installation.Folder);

    /// <returns>The command's exit code.</returns>
    public async Task<int> ShowAsync(MoveOutcome.Done? database, MovedOriginals? pictures, CancellationToken cancellation)
    {
        if (database is not null)
        {
            Show(database);
        }

        if (pictures is not null)
        {
            Console.WriteLine($"{pictures.Copied,12:N0} pictures copied, each with its digest; {pictures.There:N0} were there already");
        }
        else
        {
            Console.WriteLine($"The pictures stay where they are, in {installation.Media.Place}: every node must reach them there. To move them too: --media-to");
        }

        await SwitchAsync(cancellation);
        if (database is not null)
        {
            Console.WriteLine(IsSwitched("database") || IsNamed("database", options.To)
                ? "Start the server again; the old database takes no releases any more, and can be deleted when all is well."
                : "Until the server is started with the new database readers are served from the old one, which takes no releases any more. To stay with it: storyprint move --reopen");
        }
        else if (!IsNamed("media", options.MediaTo))
        {
            Console.WriteLine("Pictures that come in until every server is started with the new place still go to the old one. "
                + (IsSwitched("media") ? $"Start them again, then move those: storyprint move --data {installation.Folder} --media-from '{OldMedia}' --media-to '{options.MediaTo}'"
                : "Stop the servers, run this once more, which copies only those, and start them with the new place."));
        }

        return pictures is null ? 0 : await WarnAsync(pictures);
    }

    private static void Show(MoveOutcome.Done database)
    {
        foreach (var (table, rows) in database.Tables)
        {
            Console.WriteLine($"{rows,12:N0} {table}");
        }

        Console.WriteLine($"The log has {database.LogSize:N0} entries, and its root is the same before and after: {database.Root}");
    }

    private async Task SwitchAsync(CancellationToken cancellation)
    {
        var places = Places().ToList();
        var switched = places.Where(place => IsSwitched(place.Setting)).ToList();
        if (switched.Count > 0)
        {
            await SettingsFile.ChangeAsync(settings, switched.Select(place => (place.Setting, (string?)place.Value)), cancellation);
            Console.WriteLine($"{settings} names the new {string.Join(" and the new ", switched.Select(place => place.What))} now; only its owner ({Environment.UserName}) may read it.");
        }

        foreach (var (setting, variable, what, _) in places.Except(switched))
        {
            Console.WriteLine(Environmental(setting) is not null
                ? $"Set {variable} to the new {what} now: it comes before the settings."
                : $"Write \"{setting}\": \"…\" with the new {what} into {settings}, or set {variable}{(setting == "database" ? ", which keeps a password out of the file" : "")}; then start the server again.");
        }
    }

    private IEnumerable<(string Setting, string Variable, string What, string Value)> Places()
    {
        if (options.To is { } to && !IsNamed("database", to))
        {
            yield return ("database", "STORYPRINT_DATABASE", "database", to);
        }

        if (options.MediaTo is { } media && !IsNamed("media", media))
        {
            yield return ("media", "STORYPRINT_MEDIA", "place of the pictures", media);
        }
    }

    private string OldMedia => options.MediaFrom ?? installation.Publication.Media ?? MediaSetting.FolderName;

    private bool IsSwitched(string setting) => options.IsSwitch && Environmental(setting) is null;

    // Whether the next start uses it in any case.
    private bool IsNamed(string setting, string? value) =>
        value == (Environmental(setting) ?? (setting == "database" ? installation.Publication.Database : installation.Publication.Media));

    private static string? Environmental(string setting) => setting == "database" ? Installation.NamedDatabase : Installation.NamedMedia;

    private static async Task<int> WarnAsync(MovedOriginals pictures)
    {
        await ListAsync(pictures.Missing, "pictures that the database names are in neither place");
        await ListAsync(pictures.Damaged, "pictures are damaged where they were, and were left there: their bytes have another digest");
        if (pictures.Missing.Count + pictures.Damaged.Count == 0)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync("Look for them in a backup (media/originals), put them into the new place under the same names, and run 'storyprint doctor --full'.");
        return Incomplete;
    }

    private static async Task ListAsync(IReadOnlyList<string> hashes, string what)
    {
        if (hashes.Count == 0)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"{hashes.Count:N0} {what}:");
        foreach (var hash in hashes.Take(PicturesShown))
        {
            await Console.Error.WriteLineAsync($"  {hash}");
        }
    }
}
