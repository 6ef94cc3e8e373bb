namespace Storyprint.Verification;

/// <summary>Where a published site is read from.</summary>
public static class PublishedSite
{
    /// <summary>The site at an address or in a folder; null where it is neither. The caller disposes what can be disposed.</summary>
    public static IPublishedSite? At(string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new SiteOverHttp(address)
        : Directory.Exists(place) ? new SiteInFolder(place)
        : null;

    /// <summary>What to tell whoever named another place.</summary>
    public static string Unknown(string place) => $"{place} is neither an address that begins with https:// (or http://) nor a folder.";
}
