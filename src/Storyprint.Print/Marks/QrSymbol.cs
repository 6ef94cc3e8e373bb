using System.Globalization;
using System.Text;
using QRCoder;
using Storyprint.Print.Pictures;

namespace Storyprint.Print.Marks;

/// <summary>A QR code (ISO/IEC 18004) as a square of dark and light modules, with its quiet zone of four modules.</summary>
public sealed class QrSymbol
{
    /// <summary>Light modules that scanners need around the symbol.</summary>
    public const int QuietZone = 4;

    // One page needs the same symbol several times, and its files need it again.
    [ThreadStatic]
    private static QrSymbol?[]? latest;

    private readonly QRCodeData data;

    private QrSymbol(string payload, QRCodeData data) => (Payload, this.data) = (payload, data);

    /// <summary>The text that a scanner reads.</summary>
    public string Payload { get; }

    /// <summary>1 to 40; the symbol has 17 + 4 × version modules a side.</summary>
    public int Version => data.Version;

    /// <summary>Modules a side, quiet zone included.</summary>
    public int Size => data.ModuleMatrix.Count;

    /// <summary>The smallest symbol that holds the payload at an error correction level.</summary>
    /// <exception cref="QRCoder.Exceptions.DataTooLongException">The payload is longer than any QR code can hold.</exception>
    public static QrSymbol Create(string payload, QrErrorCorrection level)
    {
        var known = (latest ??= new QrSymbol?[1 + (int)QrErrorCorrection.H])[(int)level];
        if (known?.Payload == payload)
        {
            return known;
        }

        var eccLevel = level switch
        {
            QrErrorCorrection.L => QRCodeGenerator.ECCLevel.L,
            QrErrorCorrection.M => QRCodeGenerator.ECCLevel.M,
            QrErrorCorrection.Q => QRCodeGenerator.ECCLevel.Q,
            _ => QRCodeGenerator.ECCLevel.H,
        };
        return latest[(int)level] = new QrSymbol(payload, QRCodeGenerator.GenerateQrCode(payload, eccLevel));
    }

    /// <summary>Whether a module is dark; the quiet zone counts.</summary>
    public bool IsDark(int column, int row) => data.ModuleMatrix[row][column];

    /// <summary>The dark modules as one SVG path in module units: a rectangle for each run in a row.</summary>
    public string Path() => path ??= Draw();

    private string? path;

    private string Draw()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < Size; x++)
            {
                if (!row[x])
                {
                    continue;
                }

                var start = x;
                while (x < Size && row[x])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return path.ToString();
    }

    /// <summary>A stand-alone SVG file, black on white, with the payload as its label.</summary>
    public string Svg() =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" role="img" aria-label="{Payload}" shape-rendering="crispEdges"><rect width="{Size}" height="{Size}" fill="#fff"/><path d="{Path()}"/></svg>
        """;

    /// <summary>A PNG file, black on white.</summary>
    /// <param name="pixelsPerModule">Side of a module in pixels, at least 1.</param>
    public byte[] Png(int pixelsPerModule) => PngWriter.WriteModules(Size, pixelsPerModule, IsDark);
}
