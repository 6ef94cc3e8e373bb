using Storyprint.People.Accounts;
using Storyprint.People.Keys;
using Storyprint.People.SignIn;

namespace Storyprint.Tests.People;

public sealed class SignInPartsTests
{
    // RFC 6238, appendix B, SHA-1, the last six of eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) => Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30));

    [Fact]
    public void A_code_is_taken_one_step_early_and_late_in_any_digits_and_no_further()
    {
        var (key, now) = (Totp.CreateKey(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_015));
        var step = now.ToUnixTimeSeconds() / 30;
        Assert.All((long[])[step - 1, step, step + 1], each => Assert.Equal(each, Totp.StepOf(key, Totp.Code(key, each), now)));
        Assert.Null(Totp.StepOf(key, Totp.Code(key, step - 2), now));
        Assert.Null(Totp.StepOf(key, Totp.Code(key, step + 2), now));
        Assert.Equal(step, Totp.StepOf(key, string.Concat(Totp.Code(key, step).Select(digit => (char)('۰' + digit - '0'))), now));
        Assert.Null(Totp.StepOf("not base 32!", "123456", now));
        Assert.Null(Totp.StepOf(key, "", now));
    }

    [Theory]
    [InlineData("anna", null)]
    [InlineData("anna.berg@desk-3", null)]
    [InlineData("شیرین", null)]
    [InlineData("", NameFault.Empty)]
    [InlineData("anna berg", NameFault.Signs)]
    [InlineData("an\u202Ena", NameFault.Signs)]
    [InlineData("<script>", NameFault.Signs)]
    [InlineData("аdmin", NameFault.MixedScripts)]
    public void Names_to_sign_in_with_are_letters_of_one_script(string name, NameFault? fault) => Assert.Equal(fault, SignInNames.FaultOfUserName(name));

    [Theory]
    [InlineData("June Okafor", null)]
    [InlineData("نسرین کاوه", null)]
    [InlineData("Anna نسرین", null)]
    [InlineData("Jean-Luc d’Arc", null)]
    [InlineData("  ", NameFault.Empty)]
    [InlineData("June \u202Erofako", NameFault.Signs)]
    [InlineData("June\u0000", NameFault.Signs)]
    [InlineData("June\r\nOkafor", NameFault.Signs)]
    [InlineData("June\u2028Okafor", NameFault.Signs)]
    [InlineData("June \u2066Okafor\u2069", NameFault.Signs)]
    [InlineData("June \u200FOkafor", NameFault.Signs)]
    [InlineData("نسرین \u061Cکاوه", NameFault.Signs)]
    [InlineData("June\uD83D\uDD2B\uDB40\uDC41", NameFault.Signs)]
    [InlineData("نورا پشت\u200Cکوهی", null)]
    [InlineData("Jυne Okafor", NameFault.MixedScripts)]
    public void Names_that_are_shown_pass_for_no_other(string name, NameFault? fault) => Assert.Equal(fault, SignInNames.FaultOfDisplayName(name));

    [Fact]
    public void A_name_of_a_million_letters_is_too_long()
    {
        Assert.Equal(NameFault.TooLong, SignInNames.FaultOfUserName(new string('a', 1_000_000)));
        Assert.Equal(NameFault.TooLong, SignInNames.FaultOfDisplayName(new string('a', 1_000_000)));
    }

    [Theory]
    [InlineData("Anna", "anna")]
    [InlineData("annа", "anna")]
    [InlineData("ANNÁ", "anna")]
    [InlineData("ann\uFF41", "anna")]
    [InlineData("علي", "علی")]
    [InlineData("bill1", "billl")]
    public void Names_that_look_the_same_are_the_same(string one, string other) => Assert.Equal(SignInNames.Fold(other), SignInNames.Fold(one));

    [Theory]
    [InlineData("seven quiet gulls", null)]
    [InlineData("هفت مرغ دریایی آرام", null)]
    [InlineData("short", PasswordFault.TooShort)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Guessable)]
    [InlineData("passwordpassword", PasswordFault.Guessable)]
    [InlineData("my name is annaberg!", PasswordFault.Guessable)]
    public void Passwords_are_long_and_not_what_everybody_guesses(string password, PasswordFault? fault) => Assert.Equal(fault, PasswordRule.FaultOf(password, "annaberg", "Anna Berg"));

    [Fact]
    public void A_recovery_code_is_read_as_people_type_it()
    {
        var code = RecoveryCode.Create();
        Assert.Equal(11, code.Length);
        Assert.Equal(code, RecoveryCode.Read($" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} "));
    }

    [Fact]
    public void A_SecretBox_opens_what_its_key_sealed_and_nothing_else()
    {
        var (one, other) = (Directory.CreateTempSubdirectory("storyprint-box-"), Directory.CreateTempSubdirectory("storyprint-box-"));
        try
        {
            var box = new SecretBox(one.FullName);
            var text = box.Seal("a secret ‏فارسی");
            Assert.Equal("a secret ‏فارسی", new SecretBox(one.FullName).Open(text));
            Assert.Null(new SecretBox(other.FullName).Open(text));
            Assert.Null(box.Open("no base64!"));
            Assert.Null(box.Open("AAAA"));
            Assert.True(OperatingSystem.IsWindows() || (UnixFileMode.UserRead | UnixFileMode.UserWrite) == File.GetUnixFileMode(Path.Combine(one.FullName, SecretBox.FileName)));
        }
        finally
        {
            one.Delete(recursive: true);
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Many_nodes_that_begin_at_once_have_one_key()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-box-");
        try
        {
            var boxes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => { var box = new SecretBox(folder.FullName); return (box, box.Seal("x")); })));
            Assert.All(boxes, made => Assert.Equal("x", boxes[0].box.Open(made.Item2)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
