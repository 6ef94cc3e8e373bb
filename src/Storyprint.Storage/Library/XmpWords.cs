using System.Globalization;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using XmpCore;

namespace Storyprint.Storage.Library;

/// <summary>The words of a picture's XMP packet, under the names of IPTC's Photo Metadata Standard.</summary>
/// <remarks>https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata</remarks>
internal static class XmpWords
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string RightsManagement = "http://ns.adobe.com/xap/1.0/rights/";
    private const string Core = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private const string Extension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const string Exif = "http://ns.adobe.com/exif/1.0/";

    // PRISM names the end of a right; IPTC's standard has no field for it.
    private static readonly string[] Prism = ["http://prismstandard.org/namespaces/basic/2.0/", "http://prismstandard.org/namespaces/basic/3.0/", "http://prismstandard.org/namespaces/prismusagerights/2.1/"];

    // How deep the array of places may be; more are not read.
    private const int Items = 50;

    // A property of a space that no packet named before is a fault to the reader, and not a property that is missing.
    static XmpWords()
    {
        foreach (var (space, prefix) in ((string, string)[])[
            (DublinCore, "dc"), (Photoshop, "photoshop"), (RightsManagement, "xmpRights"), (Core, "Iptc4xmpCore"), (Extension, "Iptc4xmpExt"), (Exif, "exif"), .. Prism.Select(space => (space, "prism"))])
        {
            XmpMetaFactory.SchemaRegistry.RegisterNamespace(space, prefix);
        }
    }

    public static PictureWords Read(IXmpMeta packet) => new()
    {
        Title = First(Plain(packet, Photoshop, "Headline"), Localized(packet, DublinCore, "title")),
        Caption = Localized(packet, DublinCore, "description"),
        Alt = First(Localized(packet, Core, "AltTextAccessibility"), Localized(packet, Core, "ExtDescrAccessibility")),
        Credit = First(Plain(packet, Photoshop, "Credit"), string.Join(", ", Array(packet, DublinCore, "creator"))),
        People = Array(packet, Extension, "PersonInImage"),
        Places = Places(packet),
        Keywords = Array(packet, DublinCore, "subject"),
        Copyright = Localized(packet, DublinCore, "rights"),
        Terms = Localized(packet, RightsManagement, "UsageTerms"),
        Taken = TakenAt.Of(First(Plain(packet, Photoshop, "DateCreated"), Plain(packet, Exif, "DateTimeOriginal"))),
        Made = MadeOf(Plain(packet, Extension, "DigitalSourceType")),
        RightsEnd = Prism.Select(space => Plain(packet, space, "expirationDate")).FirstOrDefault(date => date.Length > 0) is { } end
            && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null,
    };

    private static List<string> Places(IXmpMeta packet)
    {
        List<string> places = [.. Shown(packet, "LocationShown"), .. Shown(packet, "LocationCreated")];
        if (places.Count == 0 && Joined(Plain(packet, Core, "Location"), Plain(packet, Photoshop, "City"), Plain(packet, Photoshop, "State"), Plain(packet, Photoshop, "Country")) is { Length: > 0 } one)
        {
            places.Add(one);
        }

        return [.. places.Distinct()];
    }

    private static IEnumerable<string> Shown(IXmpMeta packet, string array)
    {
        var count = Math.Min(Items, packet.DoesPropertyExist(Extension, array) ? packet.CountArrayItems(Extension, array) : 0);
        for (var at = 1; at <= count; at++)
        {
            string Part(string name) => packet.GetStructField(Extension, $"{array}[{at}]", Extension, name)?.Value?.Trim() ?? string.Empty;
            if (Joined(Part("Sublocation"), Part("City"), Part("ProvinceState"), Part("CountryName")) is { Length: > 0 } place)
            {
                yield return place;
            }
        }
    }

    private static DigitalSourceType? MadeOf(string address) => CodeNames.Named<DigitalSourceType>(address[(address.LastIndexOf('/') + 1)..]);

    private static string Plain(IXmpMeta packet, string space, string name) =>
        packet.GetProperty(space, name) is { Options: { IsArray: false, IsStruct: false } } property ? property.Value?.Trim() ?? string.Empty : string.Empty;

    private static string Localized(IXmpMeta packet, string space, string name) =>
        (packet.DoesPropertyExist(space, name) ? packet.GetProperty(space, name) : null) switch
        {
            { Options.IsArrayAltText: true } => packet.GetLocalizedText(space, name, null, XmpConstants.XDefault)?.Value?.Trim() ?? string.Empty,
            { Options.IsArray: true } => Array(packet, space, name).FirstOrDefault() ?? string.Empty,
            var property => property?.Value?.Trim() ?? string.Empty,
        };

    private static List<string> Array(IXmpMeta packet, string space, string name)
    {
        if (packet.GetProperty(space, name) is not { } property)
        {
            return [];
        }

        if (!property.Options.IsArray)
        {
            return property.Value is { Length: > 0 } alone ? [alone.Trim()] : [];
        }

        var count = Math.Min(Items, packet.CountArrayItems(space, name));
        return [.. Enumerable.Range(1, count).Select(at => packet.GetArrayItem(space, name, at)?.Value?.Trim() ?? string.Empty).Where(item => item.Length > 0).Distinct()];
    }

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
            {
                return text;
            }
        }

        return string.Empty;
    }

    private static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
