using Storyprint.Operations.Doctor;
using Storyprint.Print.Marks;
using Storyprint.Stories.Codes;

namespace Storyprint.Tests.Operations.Doctor;

public sealed class PrintMarkCheckTests
{
    [Theory]
    [InlineData("https://news.example.org", DoctorSeverity.Ok)]
    [InlineData("https://www.a-rather-long-name.example.org", DoctorSeverity.Warning)]
    public void An_address_too_long_for_a_good_mark_is_told(string address, DoctorSeverity severity)
    {
        var finding = PrintMarkCheck.Run(TestPublication.Settings with { Address = address });
        Assert.Equal(severity, finding.Severity);
        Assert.Contains(address, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_not_warned_of_gives_marks_of_version_4_and_a_much_longer_one_does_not()
    {
        var length = PrintMarkCheck.CodeLength(TestPublication.Settings);
        var revision = new RevisionId(StoryCode.FromDigits(new string('9', length)), new RevisionNumber(999));
        var fits = Enumerable.Range(1, 40).Select(letters => (TestPublication.Settings with { Address = $"https://{new string('a', letters)}.example" }).PublicAddress).GroupBy(address => LinkMark.TooLong(address, length) is null)
            .ToDictionary(group => group.Key, group => group.ToList());
        Assert.All(fits[true], address => Assert.InRange(LinkMark.Create(address, revision).Version, 1, LinkMark.MaxVersion));
        Assert.All(fits[false].Skip(4), address => Assert.True(LinkMark.Create(address, revision).Version > LinkMark.MaxVersion));
    }
}
