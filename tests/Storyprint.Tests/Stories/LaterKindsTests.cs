using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Tests.Stories.Drafts;

namespace Storyprint.Tests.Stories;

/// <summary>Kinds of blocks and fields that came after texts had been sealed: what is without them stays as it was, and what has them is sealed and read back.</summary>
public sealed class LaterKindsTests
{
    // As it was stored and sealed before there were labels, sources, fact boxes, galleries and files.
    private const string StoredBefore = """
        {"language":"en","kicker":"Ferries","headline":"The ferry sails","standfirst":"At nine.","bylines":["Ines Calloway"],"dateline":"Marlow Bay","body":[{"kind":"picture","hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","width":1600,"height":900,"alt":"A quay","caption":{"runs":[{"text":"The quay"}]},"credit":"Tomas Reyes","focus":{"x":0.5,"y":0.5}},{"kind":"paragraph","text":{"runs":[{"text":"It carries "},{"text":"112","emphasis":2},{"text":" people."}]}},{"kind":"embed","address":"https://video.example/1","title":"A film"}],"corrections":[],"section":"sea","topics":["Ferries"]}
        """;

    private const string SealedBefore = "storyprint/text/v2\nlang: en\nsection: sea\nkicker: Ferries\nheadline: The ferry sails\nstandfirst: At nine.\nbyline: Ines Calloway\ndateline: Marlow Bay\n"
        + "picture: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nalt: A quay\ncaption: The quay\ncredit: Tomas Reyes\ntext: It carries 112 people.\nembed: https://video.example/1\ntitle: A film\ntopic: Ferries\n";

    [Fact]
    public void A_story_of_before_is_stored_and_sealed_byte_for_byte_as_it_was()
    {
        Assert.Equal(StoredBefore, StoryJson.Write(StoryJson.Read(StoredBefore)));
        Assert.Equal(SealedBefore, CanonicalText.Create(RevisionText.New(StoryJson.Read(StoredBefore))));
    }

    [Fact]
    public void Everything_that_readers_see_of_the_later_kinds_is_sealed() =>
        Assert.Equal(
            """
            storyprint/text/v2
            lang: en
            section: city
            label: analysis
            kicker: Harbour
            headline: The bridge opens in May
            search-headline: North bridge opening date
            social-headline: Only a month to wait for the bridge
            paper-headline: Bridge opens in May
            standfirst: Repairs are nearly done.
            byline: Ines Calloway
            byline: Jens Holm
            dateline: Marlow Bay
            warning: Pictures show a drop of forty metres.
            facts: The bridge in figures
            fact: It was built in 1911.
            fact-item: 214 metres long
            gallery: The bridge from all sides
            gallery-picture: eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
            alt: The deck
            caption: The deck in spring
            picture-made: digitalCapture
            gallery-picture-at: https://pictures.example/tower.jpg
            alt: A tower
            video: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
            poster: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
            media-title: The last rivet
            caption: It took a minute.
            credit: Tomas Reyes
            media-made: digitalCapture
            transcript: A hammer strikes.
            transcript: People clap.
            document: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
            document-title: The plan of 1911
            question: Will it hold?
            answer: It will.
            answer: For a hundred years.
            related-1125540: The library opens
            corrects-1125540: The library, which does not stand on the bridge
            text: The ferry sails until then.
            source: The harbour office, letter of 3 March
            source: The tide table
            made: humanEdits
            topic: Bridges
            topic: Ferries
            correction: It said June. It is May.
            said: June
            says: May
            found-by: a reader

            """, Sealed(DraftContentExamples.Full with { Body = [.. DraftContentExamples.Full.Body.Skip(9)] }));

    [Fact]
    public void A_sealed_text_of_all_of_them_is_read_back()
    {
        Assert.True(CanonicalText.TryRead(Sealed(DraftContentExamples.Full), DateTimeOffset.UnixEpoch, out var read));
        Assert.Equal(
            ["Paragraph", "Heading", "BulletList", "Table", "Quotation", "Quotation", "Picture", "Embed", "FactBox", "Gallery", "MediaFile", "DocumentFile", "QuestionAndAnswer", "RelatedStories", "CorrectionOf", "Paragraph"],
            read.Content.Body.Select(block => block.GetType().Name));
        Assert.Equal((StoryLabel.Analysis, DigitalSourceType.HumanEdits), (read.Content.Label, read.Content.Made));
    }

    [Theory]
    [InlineData("label: gossip\n")]
    [InlineData("label: 1\n")]
    [InlineData("made: guesswork\n")]
    [InlineData("related-x: The library\n")]
    [InlineData("related-1125540\n")]
    [InlineData("search-headline: late\nheadline: again\n")]
    public void What_no_story_can_say_is_not_read(string line) =>
        Assert.False(CanonicalText.TryRead($"storyprint/text/v2\nlang: en\nheadline: H\n{line}", DateTimeOffset.UnixEpoch, out _));

    [Fact]
    public void Titles_for_search_and_social_pages_are_sealed_and_make_no_story_newer()
    {
        var plain = StoryJson.Read(StoredBefore);
        var titled = plain with { SearchHeadline = "Ferry timetable", SocialHeadline = "Nine o’clock, sharp" };
        Assert.NotEqual(Sealed(plain), Sealed(titled));
        Assert.True(CanonicalText.IsSameStory(RevisionText.New(plain), RevisionText.New(titled)));
        Assert.False(CanonicalText.IsSameStory(RevisionText.New(plain), RevisionText.New(plain with { PaperHeadline = "Ferry at nine" })));
    }

    [Fact]
    public void All_files_of_a_story_are_known_by_their_hashes() =>
        Assert.Equal(["a", "e", "b", "d", "c"], DraftContentExamples.Full.MediaHashes.Select(hash => hash[..1]));

    [Theory]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 12 audio/mpeg a.mp3", true)]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 12 audio/mpeg ../a.mp3", false)]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb -1 audio/mpeg a.mp3", false)]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 012 audio/mpeg a.mp3", false)]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 12 text\"/html a.mp3", false)]
    [InlineData("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB 12 audio/mpeg a.mp3", false)]
    [InlineData("b 12 audio/mpeg a.mp3", false)]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 0 - -", true)]
    [InlineData("", false)]
    public void A_stored_file_is_one_value_and_leads_nowhere_else(string text, bool isFile) => Assert.Equal(isFile, StoredFile.TryParse(text, out _));

    [Theory]
    [InlineData("digitalCapture", true)]
    [InlineData("DigitalCapture", false)]
    [InlineData("0", false)]
    [InlineData("digitalCapture,print", false)]
    public void Codes_of_enumerations_are_names_and_nothing_else(string name, bool isKnown) => Assert.Equal(isKnown, CodeNames.Named<DigitalSourceType>(name) is not null);

    private static string Sealed(StoryContent content) => CanonicalText.Create(RevisionText.New(content));
}
