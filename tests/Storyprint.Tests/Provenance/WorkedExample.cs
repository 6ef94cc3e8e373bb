using System.Security.Cryptography;
using System.Text;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;

namespace Storyprint.Tests.Provenance;

/// <summary>The example that the description of log and seal works through.</summary>
internal static class WorkedExample
{
    public const string SealKey = "news.example.org/seal+36ba534d+AT7+U3UmOrAcvhUQ6EJM0sr68pqAvygfNqdW/sRVtjIn";

    public const string Link = "https://news.example.org/s/1125540.3/ABVQGRIQQEQWFYUEBRLCISZIMLG2STRY6XCJQDUQWSI2OU3X4B3CEPRDJUZO4EHJLOOGK7GZ2CK6ES7XY2F4P6WEWZGM4XVAYCWCXC6DJ57KS6METKRYQMICEQZ5LT6SIMGTHIYA";

    public const string LinkV2 = "https://news.example.org/s/1125540.3/ABVQGRIQOUVKDN4BG4TTMVQOGL7NVJPSCHAC5TQMLUNFRK2SGSD7ICLP2ZVVXBUQQYAW3ECWGLJIXMVUKOYBTKWGOC5GVIA4PJCYTQWZQIK3MFOMV7XM3KJMFNCBEYMGVSCTKAYB";

    public const string Entry = """
        storyprint/revision/v1
        publisher news.example.org
        story 1125540
        revision 3
        lang en
        kind correction
        time 2026-11-22T19:40:00Z
        text f01955f9e4c0540689876426c3d1b1a84831567da2cca65edbacdeedf719b84b
        prev 1041

        """;

    public static byte[] CanonicalText { get; } = Encoding.UTF8.GetBytes("""
        storyprint/text/v1
        lang: en
        kicker: Public buildings
        headline: Three years behind scaffolding, the Harbour Street library opens its doors
        standfirst: A flooded basement closed it. A roof, a lift and eleven thousand letters from readers brought it back.
        byline: Ines Calloway
        dateline: Marlow Bay
        text: The doors of the Harbour Street library stuck a little at nine on Saturday morning, and then they opened.
        quote: You do not notice a library closing. You notice, one wet afternoon, that you have nowhere to go.
        quoted: Maud Ferrier, reader since 1958
        picture: d5b5792b0ef49f3b1dfcce4ca6ac526a3c248aa301255938e2ab29ed72d69b5b
        caption: The queue on Harbour Street shortly before nine on Saturday.
        credit: Tomas Reyes
        correction: An earlier version of this story said that the new lift carries 16 people. It carries 12.

        """);

    /// <summary>The same story in version 2 of canonical text, which is what is sealed now.</summary>
    public static byte[] CanonicalTextV2 { get; } = Encoding.UTF8.GetBytes("""
        storyprint/text/v2
        lang: en
        section: city
        kicker: Public buildings
        headline: Three years behind scaffolding, the Harbour Street library opens its doors
        standfirst: A flooded basement closed it. A roof, a lift and eleven thousand letters from readers brought it back.
        byline: Ines Calloway
        dateline: Marlow Bay
        text: The doors of the Harbour Street library stuck a little at nine on Saturday morning, and then they opened on 10^{6} books.
        quote: You do not notice a library closing. You notice, one wet afternoon, that you have nowhere to go.
        quoted: Maud Ferrier, reader since 1958
        number: A roof
        number: A lift
        number-2: with room for 12 people
        table: Opening hours
        head: Day | Hours
        row: Monday \| Tuesday | 9 to 18
        row: Sunday |
        picture: d5b5792b0ef49f3b1dfcce4ca6ac526a3c248aa301255938e2ab29ed72d69b5b
        alt: A queue of some forty people in the rain
        caption: The queue on Harbour Street shortly before nine on Saturday.
        credit: Tomas Reyes
        topic: Libraries
        correction: An earlier version of this story said that the new lift carries 16 people. It carries 12.
        said: 16 people
        says: 12 people
        found-by: a reader

        """);

    public static PublisherName Publisher { get; } = PublisherName.Parse("news.example.org");

    public static RevisionName Revision { get; } = RevisionName.Parse("1125540.3");

    public static DateTimeOffset PublishedAt { get; } = DateTimeOffset.FromUnixTimeSeconds(1795376400);

    public static Salt Salt { get; } = new(SHA256.HashData("example salt"u8).AsSpan(0, Salt.Length));

    public static RevisionEntry RevisionEntry { get; } = new()
    {
        Publisher = Publisher,
        Revision = Revision,
        Language = "en",
        Release = RevisionKind.Correction,
        PublishedAt = PublishedAt,
        Text = Commitment.To(TextDigest.Compute(CanonicalText), Salt),
        PreviousIndex = 1041,
    };

    public static RevisionEntry RevisionEntryV2 { get; } = RevisionEntry with { Text = Commitment.To(TextDigest.Compute(CanonicalTextV2), Salt) };

    public static Seal SealV2 { get; } = Seal.Sign(TestKeys.Seal, 0, Revision, PublishedAt, TextDigest.Compute(CanonicalTextV2).Prefix);

    public static Seal Seal { get; } = Seal.Sign(TestKeys.Seal, 0, Revision, PublishedAt, TextDigest.Compute(CanonicalText).Prefix);
}
