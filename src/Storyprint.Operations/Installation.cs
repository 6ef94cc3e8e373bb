using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Provenance.Names;
using Storyprint.Storage;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations;

/// <summary>One publication on one machine: the folder with its settings, its database and its media.</summary>
public sealed class Installation
{
    private Installation(string folder, Publication publication)
    {
        Folder = folder;
        Publication = publication;
        Database = DatabaseSetting.Open(NamedDatabase ?? publication.Database, folder);
        Media = MediaSetting.Open(NamedMedia ?? publication.Media, folder);
        var publisher = PublisherName.Parse(publication.PublicAddress.Host);
        var keys = Environment.GetEnvironmentVariable("STORYPRINT_KEYS") is { Length: > 0 } named ? named : Path.Combine(folder, "keys");
        Keys = new KeyFolder(keys);
        Witnesses = WitnessList.From(publication);
        Log = new PublicationLog(Database, publisher, Keys, new HighWaterMark(Path.Combine(keys, "log.mark"), Witnesses), TimeProvider.System);
    }

    /// <summary>The database named by the environment, or null: a connection string may contain a password, and settings are often readable by many.</summary>
    public static string? NamedDatabase => Environment.GetEnvironmentVariable("STORYPRINT_DATABASE") is { Length: > 0 } named ? named : null;

    /// <summary>The place of pictures named by the environment, or null.</summary>
    public static string? NamedMedia => Environment.GetEnvironmentVariable("STORYPRINT_MEDIA") is { Length: > 0 } named ? named : null;

    public string Folder { get; }

    public Publication Publication { get; }

    /// <summary>Unknown names in publication.json, a sentence each.</summary>
    public IReadOnlyList<string> SettingWarnings { get; private init; } = [];

    public Database Database { get; }

    public MediaStore Media { get; }

    /// <summary>The folder of the private keys and of the high-water mark of the log: outside the database, and best backed up apart from it.</summary>
    public KeyFolder Keys { get; }

    public PublicationLog Log { get; }

    public WitnessList Witnesses { get; }

    /// <summary>Migrates the tables and prepares the log for signing. Null, or why nothing can be released.</summary>
    public async Task<LogProblem?> PrepareAsync(CancellationToken cancellation = default)
    {
        try
        {
            await Database.MigrateAsync(cancellation);
            return await Log.PrepareAsync(cancellation);
        }
        catch (DbException fault) when (Database.Problem(fault) is { } sentence)
        {
            return new LogProblem.DatabaseFails(sentence);
        }
    }

    /// <summary>The stores, for use outside the server.</summary>
    public Stores Stores => new(Database, Log, Media, TimeProvider.System);

    public RequestCosignatures RequestCosignatures(WitnessClient client, ILogger<RequestCosignatures>? logger = null) =>
        new(Witnesses, Stores.Log, Log.Mark.WitnessStatements, client, TimeProvider.System, logger);

    /// <summary>Makes releases and asks the witnesses after each: for use while no server runs that would.</summary>
    public ReleaseStore Releases(WitnessClient client) => Witnesses.IsEmpty
        ? Stores.Releases()
        : Stores.Releases(
            stop => RequestCosignatures(client).AfterReleaseAsync(Publication.ReleaseWaitsForWitnesses, TimeSpan.FromSeconds(10), stop),
            askWitnessClock: WitnessClock(client));

    /// <summary>The time by the witnesses' clocks; null where the publication has none.</summary>
    public WitnessClock? WitnessClock(WitnessClient client) => Witnesses.IsEmpty ? null : RequestCosignatures(client).ClockAsync;

    /// <summary>Interface texts of this installation, a JSON file for each language; the folder need not exist.</summary>
    public string TextsFolder => Path.Combine(Folder, "texts");

    public static string SettingsPath(string folder) => Path.Combine(folder, "publication.json");

    /// <summary>Opens an installation, or returns why it cannot be opened.</summary>
    public static (Installation? Installation, string Problem) Open(string folder)
    {
        var path = SettingsPath(folder);
        if (!File.Exists(path))
        {
            return (null, $"There is no publication in {folder}: {path} is missing. 'storyprint demo --data {folder}' makes a demonstration with one to look at.");
        }

        try
        {
            var json = File.ReadAllText(path);
            var publication = JsonSerializer.Deserialize(json, InstallationJson.Default.Publication);
            return publication is not { Editions.Count: > 0 }
                ? (null, $"{path} names no edition; a publication has at least one.")
                : (new Installation(Path.GetFullPath(folder), Checked(publication)) { SettingWarnings = UnknownSettings.Find(json) }, string.Empty);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (null, $"{path} cannot be used: {problem.Message}");
        }
    }

    private static Publication Checked(Publication publication)
    {
        _ = publication.PublicAddress;
        foreach (var edition in publication.Editions)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(edition.TimeZone, out _))
            {
                throw new InvalidOperationException($"the time zone '{edition.TimeZone}' of the edition '{edition.Language}' is not known here; use a name like Europe/Copenhagen.");
            }
        }

        return PublicationRedirect.Problem(publication.Redirects) is { } problem ? throw new InvalidOperationException(problem) : publication;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Publication))]
internal sealed partial class InstallationJson : JsonSerializerContext;
