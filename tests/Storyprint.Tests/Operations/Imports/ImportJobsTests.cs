using System.Security.Cryptography;
using Storyprint.Operations.Imports;

namespace Storyprint.Tests.Operations.Imports;

/// <summary>Files that come in pieces, from browsers that lose the network, send twice, or mean no good.</summary>
public sealed class ImportJobsTests : IDisposable
{
    private const int Piece = ImportJobs.PieceSize;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-imports-").FullName;
    private readonly SetClock clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private UploadLimits limits = new(8 * Piece) { FreeSpace = _ => 10L << 30 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportJobs Jobs => new(Path.Combine(folder, "imports"), clock, limits);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pieces_make_the_file_whatever_program_takes_each()
    {
        var bytes = RandomNumberGenerator.GetBytes((2 * Piece) + 77);
        var job = Created(new UploadedFile("export.xml", bytes.Length, 0));
        for (var offset = 0; offset < bytes.Length; offset += Piece)
        {
            // Another object each time: nothing is only in the memory of a program.
            var piece = bytes.AsMemory(offset, Math.Min(Piece, bytes.Length - offset));
            Assert.Equal(new PieceOutcome.Kept(offset + piece.Length), await Jobs.AppendAsync(job.Id, 0, offset, piece, Digest(piece), Cancellation));
        }

        Assert.True(Jobs.IsComplete(job));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(Jobs.FoldersOf(job).Files, "export.xml"), Cancellation));
        Assert.Equal(Digest(bytes.AsMemory(^Piece)), await Jobs.TailAsync(job, job.Files[0], Cancellation));
    }

    [Fact]
    public async Task A_piece_that_comes_twice_late_or_damaged_changes_nothing()
    {
        var bytes = RandomNumberGenerator.GetBytes(3 * Piece);
        var job = Created(new UploadedFile("export.xml", bytes.Length, 0));
        Assert.Equal(new PieceOutcome.OutOfOrder(0), await SendAsync(1));
        Assert.Equal(new PieceOutcome.Kept(Piece), await SendAsync(0));
        Assert.Equal(new PieceOutcome.Kept(Piece), await SendAsync(0));
        Assert.Equal(new PieceOutcome.OutOfOrder(Piece), await SendAsync(2));
        Assert.Equal(new PieceOutcome.Damaged(Piece), await Jobs.AppendAsync(job.Id, 0, Piece, bytes.AsMemory(Piece, Piece), Digest(bytes), Cancellation));
        Assert.Equal(new PieceOutcome.Kept(2 * Piece), await SendAsync(1));
        Assert.Equal(new PieceOutcome.Kept(3 * Piece), await SendAsync(2));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(Jobs.FoldersOf(job).Files, "export.xml"), Cancellation));

        Task<PieceOutcome> SendAsync(int at) => Jobs.AppendAsync(job.Id, 0, at * Piece, bytes.AsMemory(at * Piece, Piece), string.Empty, Cancellation);
    }

    // One object, as in one program; both go on where the answer says.
    [Fact]
    public async Task Two_windows_on_one_upload_make_one_file()
    {
        var (bytes, jobs) = (RandomNumberGenerator.GetBytes(6 * Piece), Jobs);
        var job = Created(new UploadedFile("export.xml", bytes.Length, 0));
        await Task.WhenAll(SendAsync(), SendAsync(), SendAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(jobs.FoldersOf(job).Files, "export.xml"), Cancellation));

        async Task SendAsync()
        {
            for (var offset = 0L; offset < bytes.Length;)
            {
                offset = await jobs.AppendAsync(job.Id, 0, offset, bytes.AsMemory((int)offset, (int)Math.Min(Piece, bytes.Length - offset)), string.Empty, Cancellation) switch
                {
                    PieceOutcome.Kept(var received) => received,
                    PieceOutcome.OutOfOrder(var received) => received,
                    var other => throw new InvalidOperationException(other.ToString()),
                };
            }
        }
    }

    [Fact]
    public async Task More_than_was_announced_is_never_written()
    {
        var job = Created(new UploadedFile("export.xml", 10, 0));
        foreach (var (index, offset, length) in ((int, long, int)[])[(0, 0, 11), (0, 5, 6), (0, -1, 5), (0, long.MaxValue, 5), (0, 0, 0), (0, 0, Piece + 1)])
        {
            Assert.Equal(new PieceOutcome.OutOfOrder(0), await Jobs.AppendAsync(job.Id, index, offset, new byte[length], string.Empty, Cancellation));
        }

        foreach (var (id, index) in ((string, int)[])[(job.Id, 1), (job.Id, -1), ("../" + job.Id, 0), ("..", 0), ("", 0), (ImportJobs.NewId(), 0), (job.Id + "\n", 0)])
        {
            Assert.Equal(new PieceOutcome.Unknown(), await Jobs.AppendAsync(id, index, 0, new byte[5], string.Empty, Cancellation));
        }

        Assert.Equal(0, Jobs.Received(job, job.Files[0]));
    }

    [Fact]
    public async Task Room_on_the_disk_is_looked_at_before_and_while_files_come()
    {
        limits = limits with { FreeSpace = _ => (512L << 20) + (2 * Piece) };
        Assert.Equal(UploadProblem.NoRoom, Problem(new UploadedFile("export.xml", 3 * Piece, 0)));
        var job = Created(new UploadedFile("export.xml", 2 * Piece, 0));
        Assert.Equal(UploadProblem.NoRoom, Problem(new UploadedFile("more.xml", Piece, 0)));
        limits = limits with { FreeSpace = _ => 512L << 20 };
        Assert.Equal(new PieceOutcome.NoRoom(), await Jobs.AppendAsync(job.Id, 0, 0, new byte[Piece], string.Empty, Cancellation));
        Assert.Equal(0, Jobs.Received(job, job.Files[0]));
    }

    [Theory]
    [InlineData(UploadProblem.NoFiles)]
    [InlineData(UploadProblem.NoFiles, "empty.xml", 0L)]
    [InlineData(UploadProblem.NoFiles, "negative.xml", -5L)]
    [InlineData(UploadProblem.Name, "../export.xml", 5L)]
    [InlineData(UploadProblem.SameName, "export.xml", 5L, "EXPORT.xml", 5L)]
    [InlineData(UploadProblem.TooLarge, "export.xml", 9L << 20)]
    [InlineData(UploadProblem.TooLarge, "one.xml", 5L << 20, "two.xml", 4L << 20)]
    [InlineData(UploadProblem.TooLarge, "one.xml", long.MaxValue, "two.xml", 1L)]
    public void What_cannot_be_taken_is_said_before_anything_comes(UploadProblem problem, params object[] files) =>
        Assert.Equal(problem, Problem([.. files.Chunk(2).Select(file => new UploadedFile((string)file[0], (long)file[1], 0))]));

    // An upload that never ends, and one whose browser never comes back.
    [Fact]
    public async Task What_is_unfinished_goes_after_its_time_and_so_do_files_and_reports()
    {
        var open = Created(new UploadedFile("open.xml", 10, 0));
        var done = Created(new UploadedFile("done.xml", 5, 0)) with { State = ImportState.Done };
        await Jobs.AppendAsync(done.Id, 0, 0, new byte[5], string.Empty, Cancellation);
        Jobs.Save(done);
        clock.Now += ImportJobs.FilesKept - TimeSpan.FromMinutes(1);
        Jobs.DeleteExpired(_ => false);
        Assert.Equal(2, Jobs.All.Count);
        clock.Now += TimeSpan.FromMinutes(2);
        Jobs.DeleteExpired(id => id == done.Id);
        Assert.False(Jobs.Find(done.Id)!.AreFilesGone);
        Jobs.DeleteExpired(_ => false);
        Assert.Null(Jobs.Find(open.Id));
        Assert.True(Jobs.Find(done.Id)!.AreFilesGone);
        Assert.False(Directory.Exists(Jobs.FoldersOf(done).Files));
        Assert.Equal(new PieceOutcome.Unknown(), await Jobs.AppendAsync(open.Id, 0, 0, new byte[5], string.Empty, Cancellation));
        clock.Now += ImportJobs.ReportsKept;
        Jobs.DeleteExpired(_ => false);
        Assert.Empty(Jobs.All);
    }

    [Fact]
    public void Nobody_fills_the_disk_with_beginnings()
    {
        for (var count = 0; count < 20; count++)
        {
            Created(new UploadedFile("a.xml", 1, 0));
        }

        Assert.Equal(UploadProblem.TooMany, Problem(new UploadedFile("b.xml", 1, 0)));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(Path.Combine(folder, "imports"), "in the way");
        Assert.Equal(UploadProblem.CannotWrite, Problem(new UploadedFile("a.xml", 1, 0)));
    }

    [Fact]
    public void A_job_that_was_cut_short_on_the_disk_is_none_and_hides_no_other()
    {
        var job = Created(new UploadedFile("a.xml", 1, 0));
        var torn = Directory.CreateDirectory(Jobs.FolderOf(ImportJobs.NewId())).FullName;
        File.WriteAllText(Path.Combine(torn, "import.json"), "{ \"id\": ");
        Assert.Equal(job.Id, Assert.Single(Jobs.All).Id);
    }

    private ImportJob Created(params UploadedFile[] files)
    {
        var (job, problem) = Jobs.Create(Wanted(files));
        Assert.Null(problem);
        return job!;
    }

    private UploadProblem? Problem(params UploadedFile[] files) => Jobs.Create(Wanted(files)).Problem;

    private ImportJob Wanted(UploadedFile[] files) => new() { Id = ImportJobs.NewId(), By = "june", CreatedAt = clock.Now, TouchedAt = clock.Now, Files = files };

    private static string Digest(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}
