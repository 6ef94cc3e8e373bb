using Npgsql;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Storage.Engine;

public sealed class PostgresErrorsTests
{
    [Theory]
    [InlineData("57P01", true, "cannot be reached")]
    [InlineData("08006", true, "cannot be reached")]
    [InlineData("53300", true, "no connection left")]
    [InlineData("53100", false, "full")]
    [InlineData("25006", false, "replica")]
    [InlineData("28P01", false, "role or password")]
    [InlineData("40P01", false, "busy")]
    [InlineData("42601", false, null)]
    public void Each_code_is_told_in_words_and_only_an_absent_server_is_absent(string code, bool isUnavailable, string? words)
    {
        var fault = new PostgresException("message", "ERROR", "ERROR", code);
        Assert.Equal(isUnavailable, PostgresErrors.IsUnavailable(fault));
        var sentence = PostgresErrors.Sentence(fault, "ledger on db");
        Assert.Equal(words is null, sentence is null);
        Assert.Contains(words ?? "", sentence ?? "", StringComparison.Ordinal);
    }
}
