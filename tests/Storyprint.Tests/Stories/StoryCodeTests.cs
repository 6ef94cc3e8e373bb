using CsCheck;
using Storyprint.Stories.Codes;

namespace Storyprint.Tests.Stories;

public sealed class StoryCodeTests
{
    private static readonly Gen<long> Numbers = Gen.Long[1, 99_999_999];

    [Theory]
    [InlineData("112554", 0)]
    [InlineData("572", 4)]
    public void The_check_digit_is_the_published_one(string digits, int expected) => Assert.Equal(expected, Damm.CheckDigit(digits));

    [Fact]
    public void A_number_becomes_a_code_with_its_check_digit() => Assert.Equal("1125540", StoryCode.FromNumber(112554).Digits);

    [Theory]
    [InlineData("1125540")]
    [InlineData(" 112 554 0 ")]
    [InlineData("112.554.0")]
    [InlineData("۱۱۲۵۵۴۰")]
    [InlineData("١١٢٥٥٤٠")]
    [InlineData("\u2066112-5540\u2069")]
    public void A_code_is_read_however_it_is_typed(string typed) =>
        Assert.Equal(new StoryCodeParseResult.Checked(StoryCode.FromDigits("1125540")), StoryCodeParseResult.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("library")]
    [InlineData("11255a0")]
    [InlineData("1234567890123456789")]
    [InlineData(null)]
    public void Something_else_is_not_a_code(string? typed) => Assert.IsType<StoryCodeParseResult.NotACode>(StoryCodeParseResult.Read(typed));

    [Fact]
    public void Every_single_wrong_digit_is_noticed() => Gen.Select(Numbers, Gen.Int[0, 17], Gen.Int[1, 9]).Sample((number, place, shift) =>
    {
        var digits = StoryCode.FromNumber(number).Digits.ToCharArray();
        var index = place % digits.Length;
        digits[index] = (char)('0' + (digits[index] - '0' + shift) % 10);
        return StoryCodeParseResult.Read(new string(digits)) is StoryCodeParseResult.Unchecked;
    });

    [Fact]
    public void Every_swap_of_neighbours_is_noticed() => Gen.Select(Numbers, Gen.Int[0, 17]).Sample((number, place) =>
    {
        var digits = StoryCode.FromNumber(number).Digits.ToCharArray();
        var index = place % (digits.Length - 1);
        (digits[index], digits[index + 1]) = (digits[index + 1], digits[index]);
        return digits[index] == digits[index + 1] || StoryCodeParseResult.Read(new string(digits)) is StoryCodeParseResult.Unchecked;
    });

    [Theory]
    [InlineData("1125540.3", true)]
    [InlineData("1125540.0", false)]
    [InlineData("1125540.03", false)]
    [InlineData("1125540.", false)]
    [InlineData(".3", false)]
    [InlineData("1125540.3.1", false)]
    [InlineData("1125540.1234567", false)]
    [InlineData("۱۱۲۵۵۴۰.۳", false)]
    public void A_revision_is_written_in_one_way(string text, bool good)
    {
        Assert.Equal(good, RevisionId.TryParse(text, out var id));
        if (good)
        {
            Assert.Equal(text, id.ToString());
        }
    }
}
