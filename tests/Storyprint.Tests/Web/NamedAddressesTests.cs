using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Seals;
using Storyprint.Stories.Codes;
using Storyprint.Verification;
using Storyprint.Verification.Marks;

namespace Storyprint.Tests.Web;

/// <summary>The addresses of a site that <c>verify-seal</c> and the documents name are answered.</summary>
public sealed partial class NamedAddressesTests(TestPublication publication) : IClassFixture<TestPublication>
{
    // Named as folders and programs of a machine; originals, which are served where a publication says so; and what is for the machine alone.
    private static readonly string[] Elsewhere = ["/data", "/var/", "/usr/", "/srv/", "/mnt/", "/etc/", "/tmp/", "/media/HASH", "/health/"];

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Append(Repository.Path("README.md")).Select(path => Path.GetRelativePath(Repository.Path("."), path))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_in_every_answer_of_verify_seal_are()
    {
        Assert.True(KeyList.TryParse(await publication.Client.GetByteArrayAsync("/.well-known/storyprint/keys", Cancellation), out var keys, out var reason), reason);
        var seal = keys.Keys.Single(key => key.Role == Storyprint.Provenance.Names.KeyRole.Seal).Key;
        var link = await SealAsync(publication.Library);
        SealReport[] reports =
        [
            SealCheck.With(seal).Run(link), SealCheck.With(seal, "storyprint/text/v2\nlang: en\n"u8.ToArray()).Run(link), SealCheck.With(seal, "Words"u8.ToArray()).Run(link),
            SealCheck.With(seal).Run(link[..^1]), SealCheck.With(seal).Run(link.Replace("ledger.example", "evil.example", StringComparison.Ordinal)), SealCheck.With(seal).Run("https://example.org"),
        ];
        var named = reports.SelectMany(report => report.Lines).SelectMany(line => Addresses().Matches(line)).Select(match => match.Groups["path"].Value.TrimEnd('.', ',', '\'')).Distinct().ToList();
        Assert.Contains($"/{publication.Library}", named);
        foreach (var path in named)
        {
            await AnsweredAsync(path);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Those_in_the_documents_are(string document)
    {
        var named = Quoted().Matches(await File.ReadAllTextAsync(Repository.Path(document), Cancellation)).Select(match => match.Groups["path"].Value)
            .Where(path => !path.AsSpan().ContainsAny(" ?…[") && !Elsewhere.Any(path.StartsWith));
        foreach (var path in named.Distinct())
        {
            await AnsweredAsync(path);
        }
    }

    // Names of files below an address are looked at elsewhere; an address that moved is there.
    private async Task AnsweredAsync(string path)
    {
        var address = path.Replace("CODE.REV", $"{publication.Library}.1", StringComparison.Ordinal).Replace("CODE", publication.Library.ToString(), StringComparison.Ordinal)
            .Replace("SLUG", "a-slug", StringComparison.Ordinal).Replace("LANGUAGE", "fa", StringComparison.Ordinal).Replace("PAYLOAD", "A", StringComparison.Ordinal);
        using var answer = await publication.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently, $"{path} is answered with {answer.StatusCode}.");
    }

    private async Task<string> SealAsync(StoryCode code)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(Encoding.UTF8.GetBytes(await publication.Client.GetStringAsync($"/news/{code}/print", Cancellation))));
        var drawn = page.QuerySelector("svg.seal")!;
        return Assert.IsType<string>(DrawnMark.Read(drawn.GetAttribute("viewBox"), drawn.QuerySelector("path")!.GetAttribute("d")));
    }

    [GeneratedRegex(@"(?:https://(?:ledger\.example)|\s)(?<path>/[A-Za-z0-9][^\s']*)")]
    private static partial Regex Addresses();

    [GeneratedRegex("`(?<path>/[^`]*)`")]
    private static partial Regex Quoted();
}
