using System.Text;
using Storyprint.Extraction;
using Storyprint.Extraction.Isolation;

namespace Storyprint.Tests.Extraction;

/// <summary>The process that reads strangers' files: <see cref="ExtractionProgram"/> in its <see cref="Sandbox"/>, with a <see cref="PrivateFolder"/> and its <see cref="ReadingTurns"/>.</summary>
public sealed class FileExtractorTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(SampleFiles.Words);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_read_in_a_process_of_its_own_that_leaves_nothing_behind()
    {
        using var extractor = new FileExtractor(TimeProvider.System);
        var read = Assert.IsType<ExtractionOutcome.Extracted>(await extractor.ReadAsync(SampleFiles.Docx($"<w:p><w:r><w:t>{SampleFiles.Words}</w:t></w:r></w:p>"), Cancellation));
        Assert.Equal(SampleFiles.Words, read.Content.Text);
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.Damaged), await extractor.ReadAsync("%PDF-1.7"u8.ToArray(), Cancellation));
    }

    [Fact]
    public async Task What_is_empty_too_large_or_of_no_kind_starts_no_process()
    {
        using var extractor = new FileExtractor(Program("exit 9"), ExtractionLimits.Usual, TimeProvider.System);
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.Empty), await extractor.ReadAsync(default, Cancellation));
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.TooLarge), await extractor.ReadAsync(new byte[ExtractionLimits.MaxBytes + 1], Cancellation));
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.UnknownKind), await extractor.ReadAsync(new byte[] { 1, 0, 2, 0, 0, 3, 7, 0 }, Cancellation));
        using var without = new FileExtractor(null, ExtractionLimits.Usual, TimeProvider.System);
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.Unavailable), await without.ReadAsync(Text, Cancellation));
    }

    [Theory]
    [InlineData("sleep 60", ExtractionRefusal.TookTooLong)]
    [InlineData("sleep 60 & wait", ExtractionRefusal.TookTooLong)]
    [InlineData("exit 1", ExtractionRefusal.Damaged)]
    [InlineData("kill -9 $$", ExtractionRefusal.Damaged)]
    [InlineData("echo '{\"$type\":'", ExtractionRefusal.Damaged)]
    [InlineData("head -c 3000000 /dev/zero", ExtractionRefusal.Damaged)]
    public async Task Whatever_the_process_does_there_is_an_answer_and_its_folder_is_gone(string script, ExtractionRefusal reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for a POSIX shell.");
        using var extractor = new FileExtractor(Program(script), ExtractionLimits.Usual with { Time = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        Assert.Equal(new ExtractionOutcome.Refused(reason), await extractor.ReadAsync(Text, Cancellation));
    }

    [Fact]
    public async Task One_is_read_at_a_time_and_who_finds_enough_waiting_is_told_to_come_again()
    {
        using var turns = new ReadingTurns(queue: 1);
        var first = await turns.TakeAsync(Cancellation);
        var second = turns.TakeAsync(Cancellation);
        Assert.False(second.IsCompleted);
        Assert.Null(await turns.TakeAsync(Cancellation));
        first!.Dispose();
        using var next = await second;
        Assert.NotNull(next);
    }

    [Fact]
    public async Task The_process_sees_neither_our_variables_nor_our_files_nor_a_network()
    {
        Assert.SkipUnless(Sandbox.Here.Kind == SandboxKind.Bubblewrap, "There is no bubblewrap on this machine, or it is not allowed: apt-get install bubblewrap");
        using var folder = new PrivateFolder();
        var key = Path.Combine(folder.Path, "key");
        await File.WriteAllTextAsync(key, "secret", Cancellation);
        Environment.SetEnvironmentVariable("STORYPRINT_SECRET_OF_THE_TEST", "secret");
        var script = $"[ -e {key} ] && exit 1; [ -n \"$STORYPRINT_SECRET_OF_THE_TEST\" ] && exit 2; grep -q eth0 /proc/net/dev && exit 3; touch /usr/x 2>/dev/null && exit 4; echo '{{\"$type\":\"refused\",\"reason\":\"NoWords\"}}'";
        using var extractor = new FileExtractor(Program(script), ExtractionLimits.Usual, TimeProvider.System);
        Assert.Equal(new ExtractionOutcome.Refused(ExtractionRefusal.NoWords), await extractor.ReadAsync(Text, Cancellation));
    }

    [Fact]
    public void A_private_folder_is_its_owners_and_is_deleted()
    {
        string path;
        using (var folder = new PrivateFolder())
        {
            path = folder.Path;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }

        Assert.False(Directory.Exists(path));
        PrivateFolder.DeleteLeft(TimeProvider.System);
    }

    private static ExtractionProgram Program(string script) =>
        ExtractionProgram.Find()! with { File = "/bin/sh", Arguments = ["-c", $"cat >/dev/null; {script}"] };
}
