using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations.Recovery;
using Storyprint.Provenance.Names;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Operations;

/// <summary>One publication on one machine: the folder with its settings, its database and its media.</summary>
public sealed class Installation
{
    private Installation(string folder, Publication publication, string? marks = null, string? listenAt = null)
    {
        Folder = folder;
        Current = new CurrentPublication(publication);
        Database = DatabaseSetting.Open(NamedDatabase ?? publication.Database, folder, listenAt ?? NamedListener);
        Media = MediaSetting.Open(NamedMedia ?? publication.Media, folder);
        var publisher = PublisherName.Parse(publication.PublicAddress.Host);
        var keys = Environment.GetEnvironmentVariable("STORYPRINT_KEYS") is { Length: > 0 } named ? named : Path.Combine(folder, "keys");
        Keys = new KeyFolder(keys);
        Log = new PublicationLog(Database, publisher, Keys, new HighWaterMark(Path.Combine(keys, "log.mark"), () => Witnesses, OpenSharedMarks(marks ?? NamedMarks, keys)), TimeProvider.System)
        {
            AskOthers = stop => new AskOtherNodes(this).RunAsync(stop),
            AskQuorum = AskQuorumAsync,
        };
    }

    private async Task<LogProblem?> AskQuorumAsync(CancellationToken cancellation)
    {
        if (!Publication.ReleaseWaitsForWitnesses || Witnesses.Quorum == 0)
        {
            return null;
        }

        using var client = new WitnessClient();
        return await new QuorumBeforeSigning(RequestCosignatures(client)).RunAsync(cancellation);
    }

    // Two processes with one folder of keys share its mark as well; the folder's path tells two on one machine apart.
    private static SharedMarks? OpenSharedMarks(string? named, string keys) => named is not null
        ? SharedMarks.Open(named, $"{Environment.MachineName}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(keys))))[..8]}")
        : null;


    /// <summary>The database named by the environment, or null: a connection string may contain a password, and settings are often readable by many.</summary>
    public static string? NamedDatabase => Environment.GetEnvironmentVariable("STORYPRINT_DATABASE") is { Length: > 0 } named ? named : null;

    /// <summary>The address of the database server for listening, named by the environment, or null: one that leads around a pooler.</summary>
    public static string? NamedListener => Environment.GetEnvironmentVariable("STORYPRINT_LISTEN") is { Length: > 0 } named ? named : null;

    /// <summary>The place of pictures named by the environment, or null.</summary>
    public static string? NamedMedia => Environment.GetEnvironmentVariable("STORYPRINT_MEDIA") is { Length: > 0 } named ? named : null;

    /// <summary>The place of the marks that all nodes share, named by the environment, or null.</summary>
    public static string? NamedMarks => Environment.GetEnvironmentVariable(SharedMarks.Variable) is { Length: > 0 } named ? named : null;

    public string Folder { get; }

    /// <summary>The publication, replaced whole when its settings change.</summary>
    public CurrentPublication Current { get; }

    /// <summary>As its settings are now; as the file has them until they were read from the database.</summary>
    public Publication Publication => Current.Value;

    /// <summary>Unknown names in publication.json, a sentence each.</summary>
    public IReadOnlyList<string> SettingWarnings { get; private init; } = [];

    public Database Database { get; }

    public MediaStore Media { get; }

    /// <summary>The folder of the private keys and of the high-water mark of the log: outside the database, and best backed up apart from it.</summary>
    public KeyFolder Keys { get; }

    public PublicationLog Log { get; }

    public WitnessList Witnesses => WitnessList.From(Publication);

    /// <summary>Migrates the tables, reads the settings and prepares the log for signing. Null, or why nothing can be released.</summary>
    public async Task<LogProblem?> PrepareAsync(CancellationToken cancellation = default)
    {
        try
        {
            await Database.MigrateAsync(cancellation);
            await Current.RefreshAsync(Stores.Settings, cancellation);
            if (Current.Settings.Position == 0)
            {
                await Stores.Settings.FillAsync(Publication, cancellation);
                await Current.RefreshAsync(Stores.Settings, cancellation);
            }

            return await Log.PrepareAsync(cancellation);
        }
        catch (InvalidDataException unusable)
        {
            return new LogProblem.DatabaseFails(unusable.Message);
        }
        catch (DbException fault) when (Database.Problem(fault) is { } sentence)
        {
            return new LogProblem.DatabaseFails(sentence);
        }
    }

    /// <summary>Reads the settings of a database that can be read and whose tables are current; changes nothing. Otherwise those of the file are in force.</summary>
    public async Task ReadSettingsAsync(CancellationToken cancellation = default)
    {
        try
        {
            if ((Database is not SqliteDatabase file || File.Exists(file.FilePath)) && await Database.IsCurrentAsync(cancellation))
            {
                await Current.RefreshAsync(Stores.Settings, cancellation);
            }
        }
        catch (Exception fault) when (fault is DbException or InvalidDataException)
        {
            // What needs the database says so by itself, and what does not shall run without it.
        }
    }

    /// <summary>The stores, for use outside the server.</summary>
    public Stores Stores => new(Database, Log, Media, TimeProvider.System, () => Publication);

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

    /// <summary>Records an act of an administrator that changes nothing else in the database.</summary>
    /// <returns>Null, or why it could not be recorded: a backup of a database that can only be read is still one.</returns>
    public async Task<string?> RecordAsync(ReleaseContext by, AuditAct act, string subject, string? before = null, string? after = null)
    {
        try
        {
            // What was done is recorded, also where whoever did it stops the program now.
            await AuditTrail.RecordAsync(Database, TimeProvider.System, by, act, subject, before, after, CancellationToken.None);
            return null;
        }
        catch (DbException fault) when (Database.Problem(fault) is { } sentence)
        {
            return $"The newsroom's record of acts does not have this: {sentence}";
        }
    }

    /// <summary>Interface texts of this installation, a JSON file for each language; the folder need not exist.</summary>
    public string TextsFolder => Path.Combine(Folder, "texts");

    public static string SettingsPath(string folder) => Path.Combine(folder, "publication.json");

    /// <summary>A folder in which there is no publication yet. Nothing of it may be signed.</summary>
    public static Installation Unset(string folder, Publication placeholder) => new(Path.GetFullPath(folder), placeholder);

    /// <summary>Opens an installation, or returns why it cannot be opened.</summary>
    /// <param name="marks">The place of the marks that all nodes share; that of the environment where nothing is said.</param>
    /// <param name="listenAt">The address for listening; likewise.</param>
    public static (Installation? Installation, string Problem) Open(string folder, string? marks = null, string? listenAt = null)
    {
        var path = SettingsPath(folder);
        if (!File.Exists(path))
        {
            return (null, $"There is no publication in {folder}: {path} is missing. 'storyprint demo --data {folder}' makes a demonstration with one to look at.");
        }

        try
        {
            var json = File.ReadAllText(path);
            var publication = JsonSerializer.Deserialize(json, PublicationJson.Default.Publication);
            return publication is not { Editions.Count: > 0 }
                ? (null, $"{path} names no edition; a publication has at least one.")
                : (new Installation(Path.GetFullPath(folder), Checked(publication), marks, listenAt) { SettingWarnings = UnknownSettings.Find(json) }, string.Empty);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (null, $"{path} cannot be used: {problem.Message}");
        }
    }

    private static Publication Checked(Publication publication)
    {
        _ = publication.PublicAddress;
        _ = WitnessList.From(publication);

        // Only what would keep it from being served: a file that was good enough for an earlier version still is.
        return PublicationRules.ProblemOfServing(publication) is { } problem ? throw new InvalidOperationException(problem.Sentence) : publication;
    }
}
