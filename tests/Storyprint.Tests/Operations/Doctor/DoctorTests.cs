using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Storyprint.Operations;
using Storyprint.Operations.Doctor;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Doctor;

public sealed class DoctorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sound_publication_has_no_problem_and_is_left_as_it_is(bool isFull)
    {
        using var small = await SmallInstallation.CreateAsync();
        var before = Files(small.Folder);
        var findings = await ExamineAsync(small, isFull);
        Assert.DoesNotContain(findings, finding => finding.Severity == DoctorSeverity.Problem);
        Assert.Equal(DoctorSeverity.Ok, Of(findings, "witnesses").Severity);
        Assert.Equal(isFull, findings.Any(finding => finding.Point == "log"));
        Assert.Equal(before, Files(small.Folder));
        using var json = JsonDocument.Parse(DoctorFinding.ToJson(findings));
        Assert.Equal(findings.Count, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_the_only_finding()
    {
        using var small = await SmallInstallation.CreateAsync();
        await File.WriteAllTextAsync(Installation.SettingsPath(small.Folder), "{", Cancellation);
        Assert.Equal(("settings", DoctorSeverity.Problem), (Assert.Single(await ExamineAsync(small)).Point, (await ExamineAsync(small))[0].Severity));
    }

    [Fact]
    public async Task A_new_publication_frightens_nobody_and_nothing_of_it_is_made()
    {
        using var small = await SmallInstallation.CreateAsync(isPrepared: false);
        var findings = await ExamineAsync(small);
        Assert.All(findings.Where(finding => finding.Point is not ("port" or "clock" or "disk")), finding => Assert.True(finding.Severity == DoctorSeverity.Ok, $"{finding.Point}: {finding.Sentence}"));
        Assert.Contains("the first start", Of(findings, "database").Sentence, StringComparison.Ordinal);
        Assert.Contains("There is none yet", Of(findings, "log key").Sentence, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(small.Folder, "storyprint.db")));
        Assert.False(Directory.Exists(Path.Combine(small.Folder, "keys")));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        using var small = await SmallInstallation.CreateAsync();
        small.Installation.Database.CloseIdle();
        foreach (var file in Directory.EnumerateFiles(small.Folder, "storyprint.db*"))
        {
            File.Delete(file);
        }

        Assert.Contains("There is no", Problem(await ExamineAsync(small), "database").Sentence, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(small.Folder, "storyprint.db")));
    }

    [Fact]
    public async Task Tables_of_another_version_are_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        await RunAsync(small, $"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '{SqliteDatabase.NewestMigration}'""");
        Problem(await ExamineAsync(small), "tables");
    }

    [Fact]
    public async Task A_damaged_database_is_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        small.Installation.Database.CloseIdle();
        var path = Path.Combine(small.Folder, "storyprint.db");
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        Array.Fill(bytes, (byte)0x5A, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        Problem(await ExamineAsync(small), "database");
    }

    [Fact]
    public async Task Damaged_pages_are_told_in_words_by_every_command()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.ReleaseAsync("A story");
        small.Installation.Database.CloseIdle();
        var path = Path.Combine(small.Folder, "storyprint.db");
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        Array.Fill(bytes, (byte)0x5A, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        foreach (var isFull in (bool[])[false, true])
        {
            Problem(await ExamineAsync(small, isFull), "database");
        }

        var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(small, "SELECT COUNT(*) FROM story"));
        Assert.Contains("is damaged", small.Installation.Database.Problem(fault), StringComparison.Ordinal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_key_that_others_may_read_and_one_that_is_missing_are_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        File.SetUnixFileMode(small.Installation.Keys.PathOf(KeyRole.Log), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.Delete(small.Installation.Keys.PathOf(KeyRole.Seal));
        var findings = await ExamineAsync(small);
        Assert.Contains("chmod 600", Problem(findings, "log key").Advice, StringComparison.Ordinal);
        Problem(findings, "seal key");
    }

    [Fact]
    public async Task A_database_behind_its_mark_and_a_clock_behind_it_are_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        small.Installation.Log.Mark.Advance(new LogMark(99, MerkleHashing.EmptyRoot, DateTimeOffset.UtcNow.AddHours(1)));
        var findings = await ExamineAsync(small);
        Problem(findings, "log and mark");
        Problem(findings, "clock");
    }

    [Fact]
    public async Task A_mark_that_cannot_be_written_is_told_and_how_far_it_lags()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.BlockMarkAsync();
        var finding = Problem(await ExamineAsync(small), "log and mark");
        Assert.Contains("cannot be written", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("lags 1 entries behind the log of 3", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_found_by_reading_the_log()
    {
        using var small = await SmallInstallation.CreateAsync();
        await RunAsync(small, "UPDATE log_entry SET bytes = x'00' WHERE log_index = 0");
        Assert.DoesNotContain(await ExamineAsync(small), finding => finding.Severity == DoctorSeverity.Problem);
        Problem(await ExamineAsync(small, isFull: true), "log");
    }

    [Fact]
    public async Task A_picture_that_is_missing_and_one_that_is_damaged_are_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        using var bitmap = new SkiaSharp.SKBitmap(3, 3);
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        var kept = Assert.IsType<PictureOutcome.Kept>(await new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System).AddAsync(data.ToArray(), Cancellation));
        var path = ((MediaFolder)small.Installation.Media).OriginalPath(kept.Hash);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        Assert.Equal(DoctorSeverity.Ok, Of(await ExamineAsync(small), "media").Severity);
        Assert.Contains("damaged", Problem(await ExamineAsync(small, isFull: true), "media").Sentence, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("missing", Problem(await ExamineAsync(small), "media").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_and_a_backup_that_is_not_there_are_told()
    {
        using var small = await SmallInstallation.CreateAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var options = new DoctorOptions(small.Folder, "127.0.0.1", ((IPEndPoint)taken.LocalEndpoint).Port, Backup: Path.Combine(small.Folder, "nowhere"));
        var findings = await new ExamineInstallation(options, TimeProvider.System).RunAsync(Cancellation);
        Assert.Equal(DoctorSeverity.Warning, Of(findings, "port").Severity);
        Problem(findings, "backup");
    }

    private static async Task BackUpIsToldAsync()
    {
        using var small = await SmallInstallation.CreateAsync();
        var target = Path.Combine(small.Folder, "backup");
        await small.BackUpAsync(target);
        var now = new SetClock(DateTimeOffset.UtcNow);
        var options = new DoctorOptions(small.Folder, "127.0.0.1", 0, IsFull: true, Backup: target);
        var findings = await new ExamineInstallation(options, now).RunAsync(Cancellation);
        Assert.DoesNotContain(findings, finding => finding.Severity == DoctorSeverity.Problem);
        Assert.Equal(DoctorSeverity.Ok, Of(findings, "backup").Severity);
        now.Now += TimeSpan.FromDays(3);
        Assert.Equal(DoctorSeverity.Warning, Of(await new ExamineInstallation(options, now).RunAsync(Cancellation), "backup").Severity);
    }

    [Fact]
    public Task The_age_of_a_backup_is_told() => BackUpIsToldAsync();

    public sealed class OnPostgres : IOnPostgres
    {
        [Fact]
        public Task The_age_of_a_backup_is_told() => BackUpIsToldAsync();
    }

    private static Task<IReadOnlyList<DoctorFinding>> ExamineAsync(SmallInstallation small, bool isFull = false) =>
        new ExamineInstallation(new DoctorOptions(small.Folder, "127.0.0.1", 0, isFull), TimeProvider.System).RunAsync(Cancellation);

    private static DoctorFinding Of(IReadOnlyList<DoctorFinding> findings, string point) => Assert.Single(findings, finding => finding.Point == point);

    private static DoctorFinding Problem(IReadOnlyList<DoctorFinding> findings, string point)
    {
        var finding = Of(findings, point);
        Assert.Equal(DoctorSeverity.Problem, finding.Severity);
        Assert.NotNull(finding.Advice);
        return finding;
    }

    private static async Task RunAsync(SmallInstallation small, string sql)
    {
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync(sql, Cancellation);
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
