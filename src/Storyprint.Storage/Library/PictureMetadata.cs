using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;

namespace Storyprint.Storage.Library;

/// <summary>Reads what a picture's file says of itself: XMP before IPTC's IIM before EXIF, as the Metadata Working Group has it.</summary>
/// <remarks>Where a picture was taken (EXIF's GPS) is not read. Nothing of it leaves with renditions either.</remarks>
public static class PictureMetadata
{
    // What cameras write into the place of a description by themselves.
    private static readonly string[] OfCameras = ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM", "KONICA MINOLTA DIGITAL CAMERA", "DIGITAL CAMERA", "MINOLTA DIGITAL CAMERA", "Exif_JPEG_PICTURE", "default", "dav", "cof"];

    /// <summary>The words of a file; empty ones where there are none, or they are damaged.</summary>
    public static PictureWords Read(byte[] bytes)
    {
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            directories = ImageMetadataReader.ReadMetadata(stream);
        }
#pragma warning disable CA1031 // What the parsers of strangers' files throw cannot be listed: a damaged file has no words.
        catch (Exception)
        {
            return new PictureWords();
        }
#pragma warning restore CA1031

        return Cleaned(OfXmp(directories).Or(OfIptc(directories)).Or(OfExif(directories)));
    }

    private static PictureWords OfXmp(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        var words = new PictureWords();
        foreach (var packet in directories.OfType<XmpDirectory>().Select(directory => directory.XmpMeta))
        {
            try
            {
                words = packet is null ? words : words.Or(XmpWords.Read(packet));
            }
            catch (XmpCore.XmpException)
            {
                // A packet against the rules of its own schema says nothing that could be relied on.
            }
        }

        return words;
    }

    private static PictureWords OfIptc(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        if (directories.OfType<IptcDirectory>().FirstOrDefault() is not { } iptc)
        {
            return new PictureWords();
        }

        string One(int tag) => iptc.GetString(tag)?.Trim() ?? string.Empty;
        string[] Several(int tag) => [.. (iptc.GetStringArray(tag) ?? []).Select(each => each.Trim()).Where(each => each.Length > 0).Distinct()];
        var place = string.Join(", ", new[] { One(IptcDirectory.TagSubLocation), One(IptcDirectory.TagCity), One(IptcDirectory.TagProvinceOrState), One(IptcDirectory.TagCountryOrPrimaryLocationName) }.Where(part => part.Length > 0));
        return new PictureWords
        {
            Title = One(IptcDirectory.TagHeadline) is { Length: > 0 } headline ? headline : One(IptcDirectory.TagObjectName),
            Caption = One(IptcDirectory.TagCaption),
            Credit = One(IptcDirectory.TagCredit) is { Length: > 0 } credit ? credit : string.Join(", ", Several(IptcDirectory.TagByLine)),
            Places = place.Length > 0 ? [place] : [],
            Keywords = Several(IptcDirectory.TagKeywords),
            Copyright = One(IptcDirectory.TagCopyrightNotice),
            Terms = One(IptcDirectory.TagSpecialInstructions),
            Taken = TakenAt.Of(One(IptcDirectory.TagDateCreated)),
            RightsEnd = TakenAt.Of(One(IptcDirectory.TagExpirationDate)) is { Length: > 0 } day
                ? new DateTimeOffset(DateOnly.Parse(day[..10], System.Globalization.CultureInfo.InvariantCulture).AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null,
        };
    }

    private static PictureWords OfExif(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        string One<T>(int tag) where T : MetadataExtractor.Directory =>
            directories.OfType<T>().Select(directory => directory.GetString(tag)?.Trim('\0', ' ')).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? string.Empty;
        var description = One<ExifIfd0Directory>(ExifDirectoryBase.TagImageDescription);
        return new PictureWords
        {
            Caption = OfCameras.Contains(description, StringComparer.OrdinalIgnoreCase) ? string.Empty : description,
            Credit = One<ExifIfd0Directory>(ExifDirectoryBase.TagArtist),
            Copyright = One<ExifIfd0Directory>(ExifDirectoryBase.TagCopyright),
            Taken = TakenAt.Of(One<ExifSubIfdDirectory>(ExifDirectoryBase.TagDateTimeOriginal)),
        };
    }

    // Words of strangers: without what is invisible and turns other words round, and not longer than a person would read.
    private static PictureWords Cleaned(PictureWords words) => words with
    {
        Title = Clean(words.Title, 300),
        Caption = Clean(words.Caption, PictureWords.Longest),
        Alt = Clean(words.Alt, 1000),
        Credit = Clean(words.Credit, 300),
        People = Clean(words.People),
        Places = Clean(words.Places),
        Keywords = Clean(words.Keywords),
        Copyright = Clean(words.Copyright, 1000),
        Terms = Clean(words.Terms, PictureWords.Longest),
    };

    private static string[] Clean(IReadOnlyList<string> items) => [.. items.Select(item => Clean(item, 200)).Where(item => item.Length > 0).Distinct().Take(50)];

    private static string Clean(string text, int longest)
    {
        var plain = string.Join(' ', string.Concat(text.Where(letter => !char.IsControl(letter) || char.IsWhiteSpace(letter))
            .Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format || letter is '\u200C' or '\u200D'))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plain = plain.Length <= longest ? plain : plain[..(char.IsHighSurrogate(plain[longest - 1]) ? longest - 1 : longest)];
        return plain.Replace('\uFFFD', '?');
    }
}
