using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class LeadLineTests
{
    [Theory]
    [InlineData("Skarholm (The Ledger) – The ferry sank.", "Skarholm", "The Ledger")]
    [InlineData("PARIS (AFP) - The ferry sank.", "PARIS", "AFP")]
    [InlineData("تهران (ایرنا) - قایق غرق شد.", "تهران", "ایرنا")]
    [InlineData("تهران - ایرنا - قایق غرق شد.", "تهران", "ایرنا")]
    [InlineData("خبرگزاری مهر - قایق غرق شد.", "", "خبرگزاری مهر")]
    [InlineData("به گزارش خبرگزاری ایسنا، قایق غرق شد.", "", "خبرگزاری ایسنا")]
    [InlineData("Harbour News: The ferry sank.", "", "Harbour News")]
    [InlineData("SKARHOLM — The ferry sank.", "SKARHOLM", "")]
    public void A_lead_says_place_and_agency(string lead, string place, string agency)
    {
        var found = LeadLine.Parse(lead);
        Assert.NotNull(found);
        Assert.Equal((place, agency), (found.Place, found.Agency));
    }

    [Theory]
    [InlineData("The ferry sank.")]
    [InlineData("The ferry (an old one) - it was built in 1950 - sank.")]
    [InlineData("He waited - and waited - for the ferry.")]
    [InlineData("渡船は沈んだ。")]
    [InlineData("قایق غرق شد.")]
    [InlineData("")]
    public void A_sentence_is_no_place(string lead) => Assert.Null(LeadLine.Parse(lead));

    [Theory]
    [InlineData("Reuters", false)]
    [InlineData("AFP", true)]
    [InlineData("The Harbour Times", true)]
    [InlineData("خبرگزاری", true)]
    [InlineData("newspapers", false)]
    [InlineData("A", false)]
    [InlineData("", false)]
    public void An_agency_is_known_by_its_words_or_capitals(string words, bool isAgency) => Assert.Equal(isAgency, LeadLine.IsAgency(words));

    [Theory]
    [InlineData(0, "One two")]
    [InlineData(3, "two")]
    [InlineData(5, "wo")]
    [InlineData(100, "")]
    public void The_beginning_is_taken_off_across_runs(int characters, string left) =>
        Assert.Equal(left, LeadLine.Without(new RichText([new TextRun("One", Emphasis.Strong), new TextRun(" two")]), characters).Plain);
}
