using System.Text;
using Storyprint.Storage.Log;

namespace Storyprint.Tests.Storage.Log;

public sealed class LineFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("storyprint-lines-");

    private string FilePath => Path.Combine(folder.FullName, "marks");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Lines_are_read_in_the_order_in_which_they_were_added()
    {
        var file = new LineFile(FilePath, 1000);
        Assert.Null(file.Read(1000));
        file.Append(() => "one", () => [], isDurable: false);
        file.Append(() => null, () => [], isDurable: false);
        file.Append(() => "two", () => [], isDurable: true);
        Assert.Equal(["one", "two"], file.Read(1000)!.Lines);
        Assert.False(file.Read(1000)!.IsTorn);
        Assert.Null(file.WriteProblem());
    }

    [Fact]
    public void A_line_that_a_stopped_machine_left_half_written_swallows_nothing()
    {
        var file = new LineFile(FilePath, 1000);
        file.Append(() => "one", () => [], isDurable: false);
        File.AppendAllText(FilePath, "tw");
        Assert.True(file.Read(1000)!.IsTorn);
        file.Append(() => "three", () => [], isDurable: false);
        Assert.Equal(["one", "tw", "three"], file.Read(1000)!.Lines);
    }

    [Fact]
    public void A_file_that_grew_too_large_begins_anew_with_what_still_counts()
    {
        var file = new LineFile(FilePath, 20);
        for (var number = 0; number < 10; number++)
        {
            file.Append(() => $"line {number}", () => ["kept"], isDurable: false);
        }

        Assert.True(new FileInfo(FilePath).Length < 40);
        Assert.Contains("kept", file.Read(1000)!.Lines);
        Assert.Equal("line 9", file.Read(1000)!.Lines[^1]);
    }

    [Fact]
    public async Task Lines_of_many_writers_are_all_there_and_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            var file = new LineFile(FilePath, 1 << 20);
            for (var number = 0; number < 25; number++)
            {
                file.Append(() => $"{writer}-{number}", () => [], isDurable: false);
            }
        })));
        var lines = new LineFile(FilePath, 1 << 20).Read(1 << 20)!.Lines;
        Assert.Equal(200, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^[0-7]-[0-9]+$", line));
    }

    [Fact]
    public void A_file_that_cannot_be_written_says_why()
    {
        Directory.CreateDirectory(FilePath + ".lock");
        Assert.NotNull(new LineFile(FilePath, 100).WriteProblem());
        Assert.ThrowsAny<Exception>(() => new LineFile(FilePath, 100).Append(() => Encoding.ASCII.GetString([65]), () => [], isDurable: false));
    }
}
