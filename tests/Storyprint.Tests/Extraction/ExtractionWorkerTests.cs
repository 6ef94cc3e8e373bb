using System.Text;
using SkiaSharp;
using Storyprint.Extraction;
using Storyprint.Extraction.Documents;
using Storyprint.Extraction.Pictures;

namespace Storyprint.Tests.Extraction;

/// <summary>What is read from files of each kind: by <see cref="DocxTextReader"/>, <see cref="PlainTextReader"/>, <see cref="PictureTextReader"/> and the readers of PDF.</summary>
public sealed class ExtractionWorkerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_DOCX_is_read_as_Word_shows_it_with_all_changes_accepted()
    {
        var bytes = SampleFiles.Docx(
            "<w:p><w:r><w:t>The harbour </w:t></w:r><w:ins><w:r><w:t>office</w:t></w:r></w:ins><w:del><w:r><w:delText>bakery</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\"> says</w:t><w:tab/><w:t>140</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nobody sees this.</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Everybody sees this.</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r></w:p>"
            + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>In a box.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Monday</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>214</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "<w:footnote w:type=\"separator\"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>");
        var read = await ReadAsync(bytes);
        Assert.Equal(["The harbour office says\t140", "Everybody sees this.", "In a box.", "Monday", "214", "A note."], read.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_saved_page_is_read_as_a_browser_shows_it_with_the_address_that_it_says_is_its_own()
    {
        var read = await ReadAsync("<html><head><title>Not this</title><link rel=canonical href=https://ledger.example/news/1125540></head><body><script>no</script><h1>A &amp; B</h1><p>One <b>two</b>\n three<br>four<p hidden>No<style>p{}</style><ul><li>five<li>six</ul>"u8.ToArray());
        Assert.Equal(["A & B", "One two three", "four", "five", "six"], read.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["https://ledger.example/news/1125540"], read.Marks);
    }

    public static TheoryData<byte[], string> Encodings => new()
    {
        { Encoding.UTF8.GetBytes("درهای کتابخانه"), "درهای کتابخانه" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("درهای کتابخانه")], "درهای کتابخانه" },
        { Encoding.Unicode.GetBytes("The harbour office says nothing"), "The harbour office says nothing" },
        { CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("“The façade,” said the harbour office, “is not ours.”"), "“The façade,” said the harbour office, “is not ours.”" },
        { CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes("اين خبر را که در روز شنبه با نامه از بندر به شهر آمد"), "اين خبر را که در روز شنبه با نامه از بندر به شهر آمد" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Plain_text_is_read_in_the_encoding_that_it_turns_out_to_be_in(byte[] bytes, string text) => Assert.Equal(text, (await ReadAsync(bytes)).Text);

    [Fact]
    public async Task Of_a_longer_text_the_first_64_kB_are_compared_and_it_says_so()
    {
        var read = await ReadAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("کتاب ", 20_000))));
        Assert.True(read.IsCut);
        Assert.InRange(Encoding.UTF8.GetByteCount(read.Text), 65_000, ExtractedText.MaxBytes);
        Assert.EndsWith("کتاب", read.Text, StringComparison.Ordinal);
        Assert.Equal(("ab", false), TextLength.Cut("ab", 2));
    }

    [Fact]
    public async Task A_PDF_is_read() => Assert.Equal("The harbour office (not the bakery)", (await ReadAsync(SampleFiles.Pdf(@"The harbour office \(not the bakery\)"))).Text);

    public static TheoryData<byte[], ExtractionRefusal> Refused => new()
    {
        { [], ExtractionRefusal.Empty },
        { " \n "u8.ToArray(), ExtractionRefusal.NoWords },
        { "%PDF-1.7"u8.ToArray(), ExtractionRefusal.Damaged },
        { SampleFiles.Docx(""), ExtractionRefusal.NoWords },
        { SampleFiles.Docx("")[..200], ExtractionRefusal.Damaged },
        { SampleFiles.Docx("<w:p><w:r><w:t>Broken"), ExtractionRefusal.Damaged },
        { SampleFiles.Zip(("a.txt", "Words")), ExtractionRefusal.OtherArchive },
        { SampleFiles.Docx($"<w:p><w:r><w:t>{new string('a', 40_000_000)}</w:t></w:r></w:p>"), ExtractionRefusal.PackedTooTight },
        { SampleFiles.Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"word/{number}", ""))]), ExtractionRefusal.PackedTooTight },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], ExtractionRefusal.Encrypted },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")], ExtractionRefusal.OldOffice },
        { SampleFiles.Picture(SKEncodedImageFormat.Png)[..40], ExtractionRefusal.Damaged },
        { Huge(), ExtractionRefusal.TooManyPixels },
        { [1, 2, 3, 0, 5, 6, 7, 8], ExtractionRefusal.UnknownKind },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_compared_is_refused_with_its_own_reason(byte[] bytes, ExtractionRefusal reason)
    {
        Assert.Equal(new ExtractionOutcome.Refused(reason), await ExtractionWorker.ReadAsync(bytes, Cancellation));
        Assert.EndsWith(".", ExtractionRefusals.Sentence(reason), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<ExtractionRefusal>().Select(ExtractionRefusals.Sentence).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.False(CompoundFile.IsProtected([]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Damaged_files_of_all_kinds_are_answered_clearly(int seed)
    {
        byte[][] whole =
        [
            SampleFiles.Pdf(SampleFiles.Words), SampleFiles.Docx($"<w:p><w:r><w:t>{SampleFiles.Words}</w:t></w:r></w:p>"), Encoding.UTF8.GetBytes($"<html><body><p>{SampleFiles.Words}</p>"),
            Encoding.UTF8.GetBytes(SampleFiles.Words),
        ];
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var bytes = (byte[])whole[round % whole.Length].Clone();
            for (var changes = random.Next(1, 12); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(await ExtractionWorker.ReadAsync(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, Cancellation));
        }
    }

    // A PNG of a few bytes that says it has 40,000 by 40,000 dots: IHDR, and nothing behind it.
    private static byte[] Huge()
    {
        byte[] head = [.. "IHDR"u8, 0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40, 8, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. head, 0x74, 0x67, 0x51, 0xD9, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xAF, 0x06, 0x1E];
    }

    private static async Task<ExtractedText> ReadAsync(byte[] bytes) => Assert.IsType<ExtractionOutcome.Extracted>(await ExtractionWorker.ReadAsync(bytes, Cancellation)).Content;
}
