using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.Localization;

public sealed class InterfaceTextsTests
{
    /// <summary>Keys the program puts together: each beginning stands in the source before an interpolation.</summary>
    private static readonly string[] Constructed = ["jalali.", "gone.reason.", "scan.status.", "tag.", "gate."];

    private static readonly string Source = string.Concat(Directory
        .EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
        .Where(file => System.IO.Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    [Fact]
    public void Every_text_is_used()
    {
        Assert.All(Constructed, beginning => Assert.Contains($"$\"{beginning}{{", Source, StringComparison.Ordinal));
        Assert.All(InterfaceTexts.Load("en").Keys.Where(key => !Constructed.Any(key.StartsWith)), key =>
            Assert.Contains($"\"{key}\"", Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Persian_has_every_text_and_no_other() => Assert.Equal(
        Keys("en").Order(StringComparer.Ordinal), Keys("fa").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Keys(string language) => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Repository.Path($"src/Storyprint.Web/Texts/{language}.json")))!.Keys;
}
