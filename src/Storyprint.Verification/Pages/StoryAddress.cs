using Storyprint.Provenance.Names;

namespace Storyprint.Verification.Pages;

/// <summary>Reads which story or revision an address of the site is about.</summary>
internal static class StoryAddress
{
    /// <summary>The code in <c>/news/CODE</c>, <c>/news/CODE/slug</c> or <c>/news/CODE.REV</c>; null in other addresses.</summary>
    public static string? CodeOf(string path) => Id(path)?.Split('.')[0];

    /// <summary>The revision in <c>/news/CODE.REV</c>; null in other addresses.</summary>
    public static RevisionName? RevisionOf(string path) => RevisionName.TryParse(Id(path), out var name) ? name : null;

    private static string? Id(string path) => path.Split('#')[0].Split('/') is ["", "news", { Length: > 0 } id, ..] && id.All(sign => char.IsAsciiDigit(sign) || sign == '.') ? id : null;
}
