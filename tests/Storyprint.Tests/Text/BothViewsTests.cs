using Storyprint.Stories.Releases.Gate;
using Storyprint.Tests.Text.Differences;
using Storyprint.Tests.Text.Harmless;
using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text;

// The gate and the comparison are two views of one reading: every pair is asked of both.
public sealed class BothViewsTests
{
    private const AlterationMarks None = AlterationMarks.None;

    [Theory]
    [InlineData("cs", "Viděl ho nikdo jiný.", "Viděl ho někdo jiný.", DifferenceClass.Alteration, AlterationMarks.Negation, GateFindingKind.Negation)]
    [InlineData("en", "The wave killed eight men.", "The wave killed eighty men.", DifferenceClass.Alteration, AlterationMarks.Number, GateFindingKind.Number)]
    [InlineData("de", "Es sind achtundsiebzig hier.", "Es sind achtundsechzig hier.", DifferenceClass.Alteration, AlterationMarks.Number, GateFindingKind.Number)]
    [InlineData("fa", "او هفتاد نفر دید", "او هشتاد نفر دید", DifferenceClass.Alteration, AlterationMarks.Number, GateFindingKind.Number)]
    [InlineData("es", "Murieron sesenta personas.", "Murieron setenta personas.", DifferenceClass.Alteration, AlterationMarks.Number, GateFindingKind.Number)]
    [InlineData("fa", "او دیروز برگشت", "او دیروز برنگشت", DifferenceClass.Alteration, AlterationMarks.Negation, GateFindingKind.Negation)]
    [InlineData("fa", "او برمی‌گردد", "او برنمی‌گردد", DifferenceClass.Alteration, AlterationMarks.Negation, GateFindingKind.Negation)]
    [InlineData("en", "The plan is legal.", "The plan is illegal.", DifferenceClass.Alteration, AlterationMarks.Negation, GateFindingKind.Negation)]
    [InlineData("pl", "To jest winny.", "To jest niewinny.", DifferenceClass.Alteration, AlterationMarks.Negation, GateFindingKind.Negation)]
    [InlineData("en", "It opened on 12 March.", "It opened on 13 March.", DifferenceClass.Alteration, AlterationMarks.Date, GateFindingKind.Date)]
    [InlineData("en", "It opened on Monday.", "It opened on Sunday.", DifferenceClass.Alteration, AlterationMarks.Date | AlterationMarks.Name, GateFindingKind.Date)]
    [InlineData("en", "There sat Tomas Reyes.", "There sat Tomas Vega.", DifferenceClass.Alteration, AlterationMarks.Name, GateFindingKind.Name)]
    [InlineData("en", "She called it a farce then.", "She called it a “farce” then.", DifferenceClass.Alteration, AlterationMarks.Quotation, GateFindingKind.Quotation)]
    [InlineData("en", "The suspect was here.", "The suspects was here.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("en", "No, prisoners may go.", "No prisoners may go.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("en", "Fares ▲ 5 here.", "Fares ▼ 5 here.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("en", "The vote is ✓ now.", "The vote is ✗ now.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("sv", "Ett får kom hit.", "Ett far kom hit.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("de", "Das ist schon so.", "Das ist schön so.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("es", "Tiene un año ya.", "Tiene un ano ya.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("pl", "Chcą żądać tego.", "Chcą zadać tego.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("de", "Da kam Müller her.", "Da kam Muller her.", DifferenceClass.Alteration, AlterationMarks.Name, GateFindingKind.Name)]
    [InlineData("xx", "The café is open.", "The cafe is open.", DifferenceClass.Alteration, None, GateFindingKind.Words)]
    [InlineData("en", "The plant gives 5 MW here.", "The plant gives 5 mW here.", DifferenceClass.Alteration, AlterationMarks.Name, GateFindingKind.Name)]
    [InlineData("en", "The café is open.", "The cafe is open.", DifferenceClass.Typography, None, null)]
    [InlineData("fa", "این كتاب است", "این کتاب است", DifferenceClass.Typography, None, null)]
    [InlineData("fa", "این کتاب‌ها خوب", "این کتاب ها خوب", DifferenceClass.Typography, None, null)]
    [InlineData("en", "“No,” she said.", "\"No,\" she said.", DifferenceClass.Typography, None, null)]
    [InlineData("en", "It cost 12000 there.", "It cost 12,000 there.", DifferenceClass.Typography, None, null)]
    [InlineData("en", "It was late - very late.", "It was late – very late.", DifferenceClass.Typography, None, null)]
    public void Gate_and_comparison_agree(string language, string before, string after, DifferenceClass expected, AlterationMarks marks, GateFindingKind? asked)
    {
        var comparison = Compared.Texts([before], [after], language);
        Assert.Equal(expected, comparison.Alterations > 0 ? DifferenceClass.Alteration : DifferenceClass.Typography);
        Assert.Equal(marks, Compared.Marks(before, after, language));
        var findings = Harmlessness.Findings(language, before, after);
        Assert.Equal(asked is not null, findings.Count > 0);
        Assert.True(asked is not { } kind || findings.Any(finding => finding.Kind == kind), string.Join(' ', findings));
    }
}
