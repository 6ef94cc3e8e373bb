using System.Text.Json.Nodes;
using Storyprint.Operations;
using Storyprint.Operations.Doctor;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations;

public sealed class UnknownSettingsTests
{
    [Fact]
    public async Task A_misspelt_setting_is_named_with_the_one_that_was_meant()
    {
        using var small = await SmallInstallation.CreateAsync();
        var path = Installation.SettingsPath(small.Folder);
        var settings = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        settings["pageCacheMegabyte"] = 12;
        settings["editions"]![0]!["tagLine"] = "News";
        await File.WriteAllTextAsync(path, settings.ToJsonString(), TestContext.Current.CancellationToken);
        var warnings = Installation.Open(small.Folder).Installation!.SettingWarnings;
        Assert.Contains(warnings, warning => warning.Contains("pageCacheMegabyte", StringComparison.Ordinal) && warning.Contains("“pageCacheMegabytes”", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Contains("editions[0].tagLine", StringComparison.Ordinal) && warning.Contains("“tagline”", StringComparison.Ordinal));
        var findings = await new ExamineInstallation(new DoctorOptions(small.Folder, "127.0.0.1", 0), TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, findings.Count(finding => finding is { Point: "settings", Severity: DoctorSeverity.Warning }));
    }

    [Fact]
    public async Task Settings_that_are_spelt_right_are_not_named()
    {
        using var small = await SmallInstallation.CreateAsync();
        Assert.Empty(Installation.Open(small.Folder).Installation!.SettingWarnings);
    }

    [Theory]
    [InlineData("""{ "adress": "https://a.example" }""", "“adress” is no setting; did you mean “address”?")]
    [InlineData("""{ "editions": [{ }, { "calender": "jalali" }] }""", "“editions[1].calender” is no setting; did you mean “calendar”?")]
    [InlineData("""{ "somethingElseAltogether": 1 }""", "“somethingElseAltogether” is no setting.")]
    public void UnknownSettings_are_named_by_their_path(string json, string sentence) => Assert.Equal([sentence], UnknownSettings.Find(json));

    [Theory]
    [InlineData("""{ "address": "https://a.example", }""")]
    [InlineData("""{ /* where it is */ "address": 5, "editions": null }""")]
    [InlineData("[]")]
    public void Comments_commas_and_values_are_nothing_to_UnknownSettings(string json) => Assert.Empty(UnknownSettings.Find(json));
}
