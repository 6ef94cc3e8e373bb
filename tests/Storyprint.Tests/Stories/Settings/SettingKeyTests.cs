using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

public sealed class SettingKeyTests
{
    [Theory]
    [InlineData("address", null, "address")]
    [InlineData("editions", null, "editions")]
    [InlineData("looks", null, "looks")]
    [InlineData("editions.fa.name", "fa", "name")]
    [InlineData("editions.pt-BR.sections", "pt-BR", "sections")]
    [InlineData("editions.en.frontDraft", "en", "frontDraft")]
    public void A_key_names_a_setting_of_the_publication_or_of_an_edition(string text, string? language, string name)
    {
        Assert.True(SettingKey.TryParse(text, out var key));
        Assert.Equal((language, name, text), (key.Language, key.Name, key.ToString()));
    }

    // What belongs to a machine is in no database: another machine would be sent to its folders.
    [Theory]
    [InlineData("database")]
    [InlineData("media")]
    [InlineData("isDemo")]
    [InlineData("publicAddress")]
    [InlineData("adress")]
    [InlineData("editions.fa")]
    [InlineData("editions.fa.language")]
    [InlineData("editions.fa.nmae")]
    [InlineData("editions.FA!.name")]
    [InlineData("editions.fa.name.x")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_else_is_a_key(string? text) => Assert.False(SettingKey.TryParse(text, out _));

    [Theory]
    [InlineData("database", true)]
    [InlineData("isDemo", true)]
    [InlineData("address", false)]
    public void A_key_of_the_machine_is_known_as_one(string name, bool isOfMachine) => Assert.Equal(isOfMachine, SettingKey.IsOfMachine(name));

    [Fact]
    public void Every_property_of_a_publication_is_a_setting_or_the_machines() => Assert.All(
        typeof(Storyprint.Stories.Editions.Publication).GetProperties().Where(property => property.SetMethod is not null).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
        name => Assert.True(SettingKey.TryParse(name, out _) != SettingKey.IsOfMachine(name), name));
}
