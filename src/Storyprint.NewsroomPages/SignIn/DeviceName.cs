namespace Storyprint.NewsroomPages.SignIn;

/// <summary>What a list of sessions or passkeys calls a browser: program and system, as far as its own words tell.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string From(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => userAgent.Length == 0 ? "?" : userAgent[..Math.Min(userAgent.Length, 40)],
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} · {system}",
        };
    }

    private static string? Find((string Sign, string Name)[] names, string text) => names.FirstOrDefault(each => text.Contains(each.Sign, StringComparison.Ordinal)).Name;
}
