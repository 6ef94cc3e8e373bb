using Storyprint.Storage.Library;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Storage.Library;

public class PictureMetadataTests
{
    private const string Xmp =
        """
        <photoshop:Headline>The harbour gates</photoshop:Headline>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The gates at low water.</rdf:li><rdf:li xml:lang="fa">دروازه‌ها هنگام جزر.</rdf:li></rdf:Alt></dc:description>
        <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Two iron gates stand open.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
        <dc:creator><rdf:Seq><rdf:li>Maud Ferrier</rdf:li></rdf:Seq></dc:creator>
        <photoshop:Credit>Ferrier / Ledger</photoshop:Credit>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Maud Ferrier</rdf:li></rdf:Alt></dc:rights>
        <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Print and web.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
        <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ines Calloway</rdf:li><rdf:li>Rui Serrano</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
        <Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Sublocation>North quay</Iptc4xmpExt:Sublocation><Iptc4xmpExt:City>Altenhaven</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>
        <dc:subject><rdf:Bag><rdf:li>harbour</rdf:li><rdf:li>gates</rdf:li></rdf:Bag></dc:subject>
        <photoshop:DateCreated>2026-03-28T14:05:33+01:00</photoshop:DateCreated>
        <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
        <prism:expirationDate>2027-03-28T00:00:00Z</prism:expirationDate>
        """;

    [Fact]
    public void The_words_of_an_XMP_packet_are_read_under_IPTCs_names()
    {
        var words = PictureMetadata.Read(DescribedJpeg.WithXmp(DescribedJpeg.Drawing(1), Xmp));
        Assert.Equal("The harbour gates", words.Title);
        Assert.Equal("The gates at low water.", words.Caption);
        Assert.Equal("Two iron gates stand open.", words.Alt);
        Assert.Equal("Ferrier / Ledger", words.Credit);
        Assert.Equal(["Ines Calloway", "Rui Serrano"], words.People);
        Assert.Equal(["North quay, Altenhaven"], words.Places);
        Assert.Equal(["harbour", "gates"], words.Keywords);
        Assert.Equal(("© 2026 Maud Ferrier", "Print and web.", "2026-03-28T14:05"), (words.Copyright, words.Terms, words.Taken));
        Assert.Equal((DigitalSourceType.DigitalCapture, new DateTimeOffset(2027, 3, 28, 0, 0, 0, TimeSpan.Zero)), (words.Made, words.RightsEnd));
    }

    [Fact]
    public void The_datasets_of_IIM_are_read_in_their_own_script_and_XMP_stands_before_them()
    {
        var iim = DescribedJpeg.WithIptc(
            DescribedJpeg.Drawing(2), (105, "دروازهٔ بندر"), (120, "دروازه‌ها هنگام جزر باز است."), (80, "ماد فریه"), (25, "بندر"), (25, "جزر"), (90, "آلتن‌هافن"), (116, "© ۲۰۲۶"), (55, "20260328"), (37, "20270331"));
        var words = PictureMetadata.Read(iim);
        Assert.Equal(("دروازهٔ بندر", "دروازه‌ها هنگام جزر باز است.", "ماد فریه", "2026-03-28"), (words.Title, words.Caption, words.Credit, words.Taken));
        Assert.Equal(["بندر", "جزر"], words.Keywords);
        Assert.Equal(["آلتن‌هافن"], words.Places);
        Assert.Equal(new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero), words.RightsEnd);

        var both = PictureMetadata.Read(DescribedJpeg.WithXmp(iim, "<photoshop:Headline>The gates</photoshop:Headline>"));
        Assert.Equal(("The gates", "دروازه‌ها هنگام جزر باز است."), (both.Title, both.Caption));
    }

    [Fact]
    public void EXIF_gives_what_is_left_but_never_where_and_not_what_cameras_write_by_themselves()
    {
        var words = PictureMetadata.Read(DescribedJpeg.WithExif(DescribedJpeg.Drawing(3), (0x010E, "The gates at low water"), (0x013B, "Maud Ferrier"), (0x8298, "Maud Ferrier 2026")));
        Assert.Equal(("The gates at low water", "Maud Ferrier", "Maud Ferrier 2026"), (words.Caption, words.Credit, words.Copyright));
        Assert.Empty(words.Places);
        Assert.Empty(PictureMetadata.Read(DescribedJpeg.WithExif(DescribedJpeg.Drawing(3), (0x010E, "OLYMPUS DIGITAL CAMERA"))).Caption);
    }

    [Fact]
    public void Words_of_strangers_lose_what_turns_words_round_and_what_nobody_would_read()
    {
        var words = PictureMetadata.Read(DescribedJpeg.WithIptc(DescribedJpeg.Drawing(4), (120, $"a\u202Eb\u200B\u0007 c\r\nd {new string('x', 20_000)}"), (105, "می‌رود")));
        Assert.StartsWith("ab c d xxx", words.Caption, StringComparison.Ordinal);
        Assert.Equal(PictureWords.Longest, words.Caption.Length);
        Assert.Equal("می‌رود", words.Title);
    }

    [Fact]
    public void A_packet_with_entities_is_not_expanded()
    {
        var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
        var words = PictureMetadata.Read(DescribedJpeg.WithXmp(DescribedJpeg.Drawing(5), "<photoshop:Headline>&b;&c;</photoshop:Headline>", bomb));
        Assert.Empty(words.Title);
    }

    [Fact]
    public void Damaged_files_have_no_words_and_harm_nothing()
    {
        var whole = DescribedJpeg.WithExif(DescribedJpeg.WithIptc(DescribedJpeg.WithXmp(DescribedJpeg.Drawing(6, 40, 30), Xmp), (120, "The gates")), (0x010E, "The gates at low water"));
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hit = random.Next(1, 8); hit > 0; hit--)
            {
                damaged[random.Next(Math.Min(4000, damaged.Length))] = (byte)random.Next(256);
            }

            PictureMetadata.Read(random.Next(4) == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
        }

        Assert.True(PictureMetadata.Read([]).IsEmpty);
        Assert.True(PictureMetadata.Read("no picture at all"u8.ToArray()).IsEmpty);
    }

    [Theory]
    [InlineData("2026:03:28 14:05:33", "2026-03-28T14:05")]
    [InlineData("2026-03-28T14:05:33.250+01:00", "2026-03-28T14:05")]
    [InlineData("20260328", "2026-03-28")]
    [InlineData("0000:00:00 00:00:00", "")]
    [InlineData("yesterday", "")]
    [InlineData(null, "")]
    public void When_it_was_taken_is_read_as_cameras_write_it(string? written, string expected) => Assert.Equal(expected, TakenAt.Of(written));
}
