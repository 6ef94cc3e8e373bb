namespace Storyprint.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public void The_program_is_there() => Assert.NotNull(typeof(Program).Assembly.Location);
}
