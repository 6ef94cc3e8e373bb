using System.Security.Cryptography;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Web.Looks;

/// <summary>The addresses of a publication's own pictures and colours. Each says what is behind it, so that it may be cached for ever.</summary>
public static class LooksAddresses
{
    private const string Folder = "/looks/";

    /// <summary>The style sheet of the accent colour; null where the program's own is used.</summary>
    public static string? Sheet(PublicationLooks looks) => looks is { Accent.Length: 7, AccentInDark.Length: 7 }
        ? $"{Folder}{looks.Accent[1..].ToLowerInvariant()}-{looks.AccentInDark[1..].ToLowerInvariant()}.css"
        : null;

    /// <summary>The address of a picture in the settings; null where there is none.</summary>
    public static string? Picture(string setting) => InlinePicture.TryParse(setting, out var picture) ? $"{Folder}{NameOf(picture)}" : null;

    /// <summary>The picture with this file name, or null.</summary>
    public static InlinePicture? Find(Publication publication, string name) =>
        Settings(publication).Select(setting => InlinePicture.TryParse(setting, out var picture) ? picture : null).FirstOrDefault(picture => picture is not null && NameOf(picture) == name);

    /// <summary>All of them, for a copy on a disk.</summary>
    public static IReadOnlyList<string> All(Publication publication) =>
        [.. Settings(publication).Select(Picture).Append(Sheet(publication.Looks)).OfType<string>().Distinct()];

    private static IEnumerable<string> Settings(Publication publication) =>
        publication.Editions.SelectMany(edition => edition.Bylines).Select(profile => profile.Portrait).Prepend(publication.Looks.Icon).Prepend(publication.Looks.Logo).Where(setting => setting.Length > 0);

    private static string NameOf(InlinePicture picture) => $"{Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span).AsSpan(0, 12))}.{picture.MediaType["image/".Length..]}";
}
