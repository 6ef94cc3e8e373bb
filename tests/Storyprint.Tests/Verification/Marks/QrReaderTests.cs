using Storyprint.Print.Marks;
using Storyprint.Verification.Marks;

namespace Storyprint.Tests.Verification.Marks;

public sealed class QrReaderTests
{
    [Theory]
    [InlineData(QrErrorCorrection.L)]
    [InlineData(QrErrorCorrection.M)]
    [InlineData(QrErrorCorrection.Q)]
    [InlineData(QrErrorCorrection.H)]
    public void Symbols_of_every_version_are_read(QrErrorCorrection level)
    {
        var versions = new HashSet<int>();
        for (var length = 1; length < 700; length += 3)
        {
            var payload = "https://news.example.org/s/" + string.Concat(Enumerable.Range(0, length).Select(index => (char)('a' + (index * 7 % 26))));
            var symbol = QrSymbol.Create(payload, level);
            if (symbol.Version <= QrBlocks.MaxVersion && versions.Add(symbol.Version))
            {
                Assert.Equal(payload, DrawnMark.Read($"0 0 {symbol.Size} {symbol.Size}", symbol.Path()));
            }
        }

        Assert.InRange(versions.Count, 15, QrBlocks.MaxVersion);
    }

    [Theory]
    [InlineData("1125540")]
    [InlineData("HTTPS://NEWS.EXAMPLE.ORG/S/1125540.3")]
    [InlineData("https://خبر.example/1")]
    public void Each_mode_of_writing_is_read(string payload)
    {
        var symbol = QrSymbol.Create(payload, QrErrorCorrection.M);
        Assert.Equal(payload, DrawnMark.Read($"0 0 {symbol.Size} {symbol.Size}", symbol.Path()));
    }

    [Fact]
    public void A_symbol_with_one_module_turned_is_not_read()
    {
        var symbol = QrSymbol.Create("https://news.example.org/1125540.3", QrErrorCorrection.Q);
        var modules = Modules(symbol);
        Assert.NotNull(QrReader.Read(modules));
        foreach (var (x, y) in QrShape.Of(symbol.Version)!.DataModules().Take(QrShape.Of(symbol.Version)!.Codewords * 8))
        {
            modules[y, x] ^= true;
            Assert.Null(QrReader.Read(modules));
            modules[y, x] ^= true;
        }
    }

    [Theory]
    [InlineData("M4 4h1v1h-1z", "0 0 29 29")]
    [InlineData("M4 4h7v1h-6z", "0 0 29 29")]
    [InlineData("M4 4h7v1h-7z M4 4h7v1h-7z", "0 0 29 29")]
    [InlineData("", "0 0 9999 9999")]
    [InlineData("", "1 1 21 21")]
    [InlineData(null, null)]
    public void What_is_no_symbol_is_nothing(string? path, string? viewBox) => Assert.Null(DrawnMark.Read(viewBox, path));

    [Fact]
    public void A_picture_with_more_than_the_mark_is_not_read()
    {
        var svg = QrSymbol.Create("https://news.example.org/1125540.3", QrErrorCorrection.Q).Svg();
        Assert.NotNull(DrawnMark.ReadSvg(svg));
        Assert.Null(DrawnMark.ReadSvg(svg.Replace("<path", "<text>Liar</text><path", StringComparison.Ordinal)));
        Assert.Null(DrawnMark.ReadSvg(svg.Replace("aria-label=\"", "aria-label=\"Liar ", StringComparison.Ordinal)));
    }

    private static bool[,] Modules(QrSymbol symbol)
    {
        var size = symbol.Size - (2 * QrSymbol.QuietZone);
        var modules = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                modules[y, x] = symbol.IsDark(x + QrSymbol.QuietZone, y + QrSymbol.QuietZone);
            }
        }

        return modules;
    }
}
