using System.Text;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Verification.Pages;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Verification.Pages;

/// <summary>Revisions as they are read from a site, and the words of its interface.</summary>
internal static class TestRevisions
{
    public static InterfaceLanguage Language(string language)
    {
        var texts = InterfaceTexts.Load(language);
        var edition = new InterfaceEdition
        {
            Language = language,
            Name = "Test",
            Months = [.. Enumerable.Range(1, 12).Select(month => $"month {month}")],
            Sections = new Dictionary<string, string>(),
            Texts = texts.Keys.ToDictionary(key => key, key => texts[key]),
            Words = [],
        };
        return new InterfaceLanguage(edition, new InterfaceDocument { Address = "https://news.example.org", Editions = [edition] }, isMain: true);
    }

    public static SealedRevision Of(StoryContent content, int number, RevisionKind kind, string? note = null) => Of(CanonicalText.Create(RevisionText.New(content, note)), number, kind);

    public static SealedRevision Of(string text, int number, RevisionKind kind)
    {
        Assert.True(RevisionName.TryCreate("1125540", number, out var name));
        var entry = new RevisionEntry
        {
            Publisher = TestSite.Publisher,
            Revision = name,
            Language = "en",
            Release = kind,
            PublishedAt = TestSite.Start.AddHours(number),
            Text = Commitment.To(TextDigest.Compute(Encoding.UTF8.GetBytes(text)), TestSite.SaltOf(name)),
            PreviousIndex = number == 1 ? null : number - 2,
        };
        return new SealedRevision(number - 1, entry, text, Assert.IsType<SealedLines>(SealedLines.Read(text)));
    }
}
