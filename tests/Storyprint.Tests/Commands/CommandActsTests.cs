using System.CommandLine;
using System.Text.Json;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.People;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Commands;

/// <summary>What <c>ExportRecord</c> and the verbs record: every command either changes and carries out nothing, or what it did is in the newsroom's record: by whom, by which means, and what.</summary>
public class CommandActsTests : IAsyncLifetime
{
    public sealed class OnPostgres : CommandActsTests, IOnPostgres;

    // Nothing of the publication is changed by these, or leaves it.
    private static readonly string[] ChangeNothing =
    [
        "check", "extract-text", "health", "keys list", "list", "log status", "people list", "schedule", "settings list", "settings show", "settings history", "show", "verify", "verify-seal",

        // What is done while it is served is recorded by whoever does it.
        "serve",
    ];

    // A command as it is typed, and the act of the record. {work} is a folder of the test, {code} a published story, {draft} one that never was.
    private static readonly (string Line, string Act)[] Recorded =
    [
        ("archive {work}/archive", "exported"),
        ("backup {work}/backup.tar", "backup-made"),
        ("comments --to {work}/comments.jsonl", "exported"),
        ("correct {code} {work}/story.md --expected 1 --note Mended --said six --says seven", "released"),
        ("demo", "imported"),
        ("doctor --rebuild", "rebuilt"),
        ("edit {draft} --in {work}/edited.md", "draft-edited"),
        ("fingerprints", "rebuilt"),
        ("import {work}/story.md", "imported"),
        ("keys revoke seal", "key-changed"),
        ("keys rotate seal", "key-changed"),
        ("log confirm --yes", "server-confirmed"),
        ("log recover --from {work}/archive --yes", "recovered"),
        ("move --to sqlite:{work}/moved.db", "moved"),
        ("people disable rosa", "person-disabled"),
        ("people enable rosa", "person-enabled"),
        ("people first-administrator", "first-administrator-link"),
        ("people invite Ada", "invited"),
        ("people reset rosa", "reset-link"),
        ("preview {draft} --out {work}/draft.html", "exported"),
        ("publish {work}/story.md", "released"),
        ("restore {work}/backup.tar", "restored"),
        ("retract {code} --reason Unproven --expected 1", "released"),
        ("schedule cancel {draft}", "schedule-ended"),
        ("schedule set {draft} 2099-01-01T06:00Z", "scheduled"),
        ("settings export --to {work}/publication.json", "exported"),
        ("settings revert {version}", "setting-changed"),
        ("settings set editions.en.tagline Anew", "setting-changed"),
        ("sweep", "swept"),
        ("update {code} {work}/story.md --expected 1 --note More", "released"),
        ("withdraw {code} --reason court-order --expected 1 --yes", "released"),
    ];

    /// <summary>Every command but those that serve, as it is typed.</summary>
    internal static IEnumerable<string> Typed(string work) => ChangeNothing.Where(line => line is not ("serve" or "check")).Append("check {work}/copy.txt").Concat(Recorded.Select(each => each.Line)).Where(line => line != "demo")
        .Select(line => line.Replace("{work}", work, StringComparison.Ordinal).Replace("{code}", "20014", StringComparison.Ordinal).Replace("{draft}", "20023", StringComparison.Ordinal)
            .Replace("{version}", "1", StringComparison.Ordinal));

    private readonly string work = Directory.CreateTempSubdirectory("storyprint-acts-").FullName;
    private SmallInstallation small = null!;
    private TestEngine? older;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // It serves until it is stopped; the import in it is the one that the command makes.
    public static TheoryData<string> Lines => [.. Recorded.Select(each => each.Line).Where(line => line != "demo")];

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        small.Dispose();
        await (older?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(work, recursive: true);
    }

    [Fact]
    public void Every_command_is_named_here_once()
    {
        var found = CommandLineTests.All.SelectMany(command => Paths(command, string.Empty));
        Assert.Equal(ChangeNothing.Concat(Recorded.Select(each => PathOf(each.Line))).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(Recorded, each => Assert.Contains(AuditAct.All, act => act.Word == each.Act));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task What_a_command_did_is_in_the_record_with_who_and_by_which_means(string line)
    {
        var typed = await PreparedAsync(line);
        Assert.True(await RunAsync(typed) is 0, line);
        var act = Recorded.Single(each => each.Line == line).Act;
        var entry = (await new AuditStore(RecordOf(line), TimeProvider.System).FindAsync(new AuditSearch { Act = act }, null, 1, Cancellation)).SingleOrDefault();
        Assert.NotNull(entry);
        Assert.Equal($"{Environment.UserName}@{Environment.MachineName}", entry.Actor);
        Assert.Equal(line.StartsWith("log", StringComparison.Ordinal) ? ReleaseMeans.Recovery : ReleaseMeans.CommandLine, entry.Means);
        Assert.NotEmpty(entry.Subject);
    }

    [Fact]
    public async Task An_import_has_its_beginning_and_its_end_with_counts_and_one_that_only_tries_has_neither()
    {
        await File.WriteAllTextAsync(Path.Combine(work, "story.md"), Story, Cancellation);
        Assert.Equal(0, await RunAsync($"import {work}/story.md --dry-run"));
        Assert.Empty(await ActsAsync());
        Assert.Equal(0, await RunAsync($"import {work}/story.md --drafts"));
        Assert.Equal([("import-started", "story.md", "as drafts"), ("imported", "story.md", "1 ImportedWithWarnings")], await ActsAsync());

        async Task<List<(string, string, string?)>> ActsAsync() => [.. (await small.Installation.Stores.Audit.FindAsync(new AuditSearch { Text = "story.md" }, null, 9, Cancellation))
            .OrderBy(entry => entry.Number).Select(entry => (entry.Act, entry.Subject, entry.After))];
    }

    [Fact]
    public async Task A_backup_that_was_not_made_is_recorded_as_that()
    {
        await File.WriteAllTextAsync(Path.Combine(small.Folder, "texts"), "in the way of a folder", Cancellation);
        Directory.CreateDirectory(Path.Combine(work, "backup.tar"));
        Assert.Equal(1, await RunAsync($"backup {work}/backup.tar"));
        Assert.Contains(await small.Installation.Stores.Audit.FindAsync(new AuditSearch(), null, 9, Cancellation), entry => entry.Act == "backup-failed");
    }

    private const string Story = "---\ntitle: The ferry sails\nsection: city\ndate: 2026-03-01T08:00:00Z\n---\nThe ferry sails at seven.\n";

    // Where the record is read: what is moved or restored has it with it.
    private Database RecordOf(string line) => line.Split(' ')[0] switch
    {
        "move" => new SqliteDatabase(Path.Combine(work, "moved.db")),
        "restore" => new SqliteDatabase(Path.Combine(work, "restored", "storyprint.db")),
        "log" when older is not null => older.Open(),
        _ => small.Installation.Database,
    };

    // What the command needs to find.
    private async Task<string> PreparedAsync(string line)
    {
        var store = new ReleaseStore(small.Installation.Database, small.Installation.Log, TimeProvider.System);
        var publish = new PublishStory(store, TestPublication.Settings);
        var code = Assert.IsType<ReleaseOutcome.Done>(await publish.RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("ferry"), null, null, Cancellation)).Code;
        await File.WriteAllTextAsync(Path.Combine(work, "story.md"), Story, Cancellation);
        if (line.StartsWith("people", StringComparison.Ordinal))
        {
            var people = new NewsroomPeople(small.Installation.Database, small.Installation.Keys.Folder, TimeProvider.System);
            await people.AddAsync("chief", Role.Administrator);
            await people.AddAsync("rosa", Role.Reporter);
        }

        if (line.StartsWith("people enable", StringComparison.Ordinal))
        {
            await RunAsync("people disable rosa");
        }

        if (line.StartsWith("restore", StringComparison.Ordinal))
        {
            await small.BackUpAsync(Path.Combine(work, "backup.tar"));
            return $"restore {work}/backup.tar --data {work}/restored";
        }

        if (line.StartsWith("log confirm", StringComparison.Ordinal))
        {
            await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
            await LogServer.WriteAsync(connection, LogServer.Unknown, Cancellation);
            Assert.Equal(2, await RunAsync("log confirm"));
            return line;
        }

        if (line.StartsWith("log", StringComparison.Ordinal))
        {
            older = await OlderAsync();
            await small.ReleaseAsync("Later");
            Assert.Equal(0, await RunAsync($"archive {work}/archive"));
            return $"log recover --from {work}/archive --yes --data {work}";
        }

        var draft = line.Contains("{draft}", StringComparison.Ordinal) ? await DraftAsync() : string.Empty;
        if (line.StartsWith("edit", StringComparison.Ordinal))
        {
            Assert.Equal(0, await RunAsync($"edit {draft} --out {work}/edited.md"));
            await File.AppendAllTextAsync(Path.Combine(work, "edited.md"), "\nIt sails every day.\n", Cancellation);
        }

        var version = (await small.Installation.Stores.Settings.HistoryAsync(null, 1, Cancellation))[0].Id;
        if (line.StartsWith("settings revert", StringComparison.Ordinal))
        {
            await RunAsync("settings set editions.en.tagline First");
            version = (await small.Installation.Stores.Settings.HistoryAsync(null, 1, Cancellation))[0].Id;
            await RunAsync("settings set editions.en.tagline Second");
        }

        return line.Replace("{work}", work, StringComparison.Ordinal).Replace("{code}", code.Digits, StringComparison.Ordinal).Replace("{draft}", draft, StringComparison.Ordinal)
            .Replace("{version}", $"{version}", StringComparison.Ordinal);
    }

    // The same publication as it is now, elsewhere.
    private async Task<TestEngine> OlderAsync()
    {
        small.Installation.Database.CloseIdle();
        var engine = await small.Engine.CopyAsync(work);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(work), JsonSerializer.Serialize(TestPublication.Settings with { Database = engine.Setting ?? "" }, PublicationJson.Default.Publication), Cancellation);
        Directory.CreateDirectory(Path.Combine(work, "keys"));
        foreach (var key in Directory.EnumerateFiles(small.Installation.Keys.Folder, "*.key"))
        {
            File.Copy(key, Path.Combine(work, "keys", Path.GetFileName(key)));
        }

        return engine;
    }

    private async Task<string> DraftAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(work, "draft.md"), Story.Replace("---\nThe", "draft: true\n---\nThe", StringComparison.Ordinal).Replace("ferry", "barge", StringComparison.Ordinal), Cancellation);
        Assert.Equal(0, await RunAsync($"import {work}/draft.md"));
        return (await small.Installation.Stores.Drafts.LatestAsync(10, cancellation: Cancellation))[0].Code.Digits;
    }

    private Task<int> RunAsync(string line)
    {
        string[] words = line.Split(' ');
        return new RootCommand { CommandLineTests.All.Single(command => command.Name == words[0]) }
            .Parse(words.Contains("--data") ? words : [.. words, "--data", small.Folder]).InvokeAsync(cancellationToken: Cancellation);
    }

    private static IEnumerable<string> Paths(Command command, string above) =>
        (command.Action is null ? [] : (IEnumerable<string>)[above + command.Name]).Concat(command.Subcommands.SelectMany(each => Paths(each, $"{above}{command.Name} ")));

    private static string PathOf(string line) => string.Join(' ', line.Split(' ').TakeWhile((word, at) => at == 0 || (at == 1 && CommandLineTests.All.Single(command => command.Name == line.Split(' ')[0]).Subcommands.Any(each => each.Name == word))));
}
