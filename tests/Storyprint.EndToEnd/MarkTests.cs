using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;
using Storyprint.EndToEnd.Machine;
using Storyprint.Print.Marks;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.EndToEnd;

/// <summary>Marks of made-up hosts, codes and revisions, read back by two scanners.</summary>
public sealed partial class MarkTests : IDisposable
{
    private const int Marks = 600;
    private const int PixelsPerModule = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-marks-").FullName;
    private readonly Random random = new(20261122);

    [Fact]
    public async Task Every_mark_is_read_as_its_link_by_two_scanners()
    {
        var payloads = new Dictionary<string, string>();
        for (var index = 0; index < Marks; index++)
        {
            var mark = NextMark();
            var path = Path.Combine(folder, $"{index:0000}.png");
            await File.WriteAllBytesAsync(path, mark.Png(PixelsPerModule), TestContext.Current.CancellationToken);
            payloads[path] = mark.Payload;
        }

        var paths = payloads.Keys.ToList();
        foreach (var read in new[] { await Scanners.ZbarAsync(paths), await Scanners.ZxingAsync(paths) })
        {
            Assert.All(payloads, expected => Assert.Equal([expected.Value], read[expected.Key]));
        }
    }

    [Fact]
    public void A_mark_that_is_said_to_fit_stays_at_version_four()
    {
        for (var index = 0; index < Marks; index++)
        {
            var (address, revision) = NextLink(mostHost: 60);
            if (LinkMark.Fits(address, revision.Code.Digits.Length))
            {
                Assert.InRange(LinkMark.Create(address, revision).Version, 1, LinkMark.MaxVersion);
            }
        }
    }

    [Fact]
    public void The_drawn_mark_has_the_modules_of_the_picture()
    {
        for (var index = 0; index < 50; index++)
        {
            var mark = NextMark();
            using var picture = SKBitmap.Decode(mark.Png(PixelsPerModule));
            Assert.Equal(mark.Size * PixelsPerModule, picture.Width);
            var dark = new bool[mark.Size, mark.Size];
            foreach (Match run in Runs().Matches(mark.Path()))
            {
                int Number(int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);
                for (var x = 0; x < Number(3); x++)
                {
                    dark[Number(2), Number(1) + x] = true;
                }
            }

            for (var y = 0; y < mark.Size; y++)
            {
                for (var x = 0; x < mark.Size; x++)
                {
                    var isDark = picture.GetPixel((x * PixelsPerModule) + (PixelsPerModule / 2), (y * PixelsPerModule) + (PixelsPerModule / 2)).Red < 128;
                    Assert.True(isDark == dark[y, x], $"{mark.Payload} at {x},{y}");
                }
            }

            Assert.Contains(mark.Path(), mark.Svg(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private QrSymbol NextMark()
    {
        while (true)
        {
            var (address, revision) = NextLink(mostHost: 34);
            if (LinkMark.Fits(address, revision.Code.Digits.Length))
            {
                return LinkMark.Create(address, revision);
            }
        }
    }

    private (PublicAddress Address, RevisionId Revision) NextLink(int mostHost)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        var host = string.Concat(Enumerable.Range(0, random.Next(3, mostHost - 3)).Select(place => place % 9 == 5 ? '.' : letters[random.Next(26)])).TrimEnd('.');
        Assert.True(PublicAddress.TryParse($"{(random.Next(4) == 0 ? "http" : "https")}://{host}.org", out var address));
        var code = StoryCode.FromNumber(random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 10))));
        return (address, new RevisionId(code, new RevisionNumber(random.Next(1, 1000))));
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Runs();
}
