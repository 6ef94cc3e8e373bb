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

    /// <summary>The database that the environment names, or null: a connection string holds a password, and settings are often kept where many read them.</summary>
    public static string? NamedDatabase => Environment.GetEnvironmentVariable("STORYPRINT_DATABASE") is { Length: > 0 } named ? named : null;

    /// <summary>Where pictures are kept, as the environment says; or null.</summary>
    public static string? NamedMedia => Environment.GetEnvironmentVariable("STORYPRINT_MEDIA") is { Length: > 0 } named ? named : null;

    public string Folder { get; }

    public Publication Publication { get; }

    /// <summary>What in publication.json is no setting, a sentence each.</summary>
    public IReadOnlyList<string> SettingWarnings { get; private init; } = [];

    public Database Database { get; }

    public MediaStore Media { get; }

    /// <summary>The private keys, and beside them the mark of how far the log has got: outside the database, and best backed up apart from it.</summary>
    public KeyFolder Keys { get; }

    public PublicationLog Log { get; }

    public WitnessList Witnesses { get; }

    /// <summary>Brings the tables to this program's version and makes the log ready to be signed. Null, or why nothing can be released.</summary>
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

    /// <summary>The stores, for whatever runs outside the server.</summary>
    public Stores Stores => new(Database, Log, Media, TimeProvider.System);

    public RequestCosignatures RequestCosignatures(WitnessClient client, ILogger<RequestCosignatures>? logger = null) =>
        new(Witnesses, Stores.Log, Log.Mark.Words, client, TimeProvider.System, logger);

    /// <summary>Makes releases, and brings each to the witnesses: no server may be running that would.</summary>
    public ReleaseStore Releases(WitnessClient client) => Witnesses.IsEmpty
        ? Stores.Releases()
        : Stores.Releases(
            stop => RequestCosignatures(client).AfterReleaseAsync(Publication.ReleaseWaitsForWitnesses, TimeSpan.FromSeconds(10), stop),
            askWitnessClock: RequestCosignatures(client).ClockAsync);

    /// <summary>Interface texts of this installation, a JSON file a language; the folder need not exist.</summary>
    public string TextsFolder => Path.Combine(Folder, "texts");

    public static string SettingsPath(string folder) => Path.Combine(folder, "publication.json");

    /// <summary>Opens an installation, or says in words why it cannot be.</summary>
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

        return publication;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Publication))]
internal sealed partial class InstallationJson : JsonSerializerContext;
