using Storyprint.Formats.Html;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>The pieces an export is read with, from a file that is there for one test.</summary>
internal static class WxrFiles
{
    public static WxrIndex Index(params string[] items) => IndexOf(WxrSample.File(items));

    public static WxrIndex IndexOf(string xml)
    {
        using var folder = new TrialFolder();
        return WxrIndex.Read(folder.Write("export.xml", xml), _ => { }, TestContext.Current.CancellationToken);
    }

    public static WxrIndex Pictures { get; } = Index(
        WxrSample.Attachment(7, "https://old.example/boat.jpg", "قایق", "<b>The</b> boat", parent: 1),
        WxrSample.Attachment(8, "https://old.example/quay.jpg", "quay", string.Empty, parent: 1));

    public static WxrItem Item(params (string Name, string Value)[] fields)
    {
        var item = new WxrItem { Line = 1 };
        foreach (var (name, value) in fields)
        {
            item[name] = value;
        }

        return item;
    }

    public static (string Html, IReadOnlyList<string> Warnings) With(Func<ImportWarnings, string> read)
    {
        var warnings = new ImportWarnings();
        return (read(warnings), warnings.Sentences);
    }
}
