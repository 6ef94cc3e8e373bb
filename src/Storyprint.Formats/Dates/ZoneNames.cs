using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Dates;

/// <summary>Abbreviations of time zones. One that means several is only read where the edition's own zone is among them.</summary>
internal static class ZoneNames
{
    // Hours east of Greenwich; the first of several is the most written.
    private static readonly Dictionary<string, double[]> Hours = """
        est=-5 edt=-4 cdt=-5 mst=-7 mdt=-6 pst=-8 pdt=-7 akst=-9 akdt=-8 hst=-10 nst=-3.5 ndt=-2.5 brt=-3 art=-3 wet=0 west=1 cet=1 cest=2 mez=1 mesz=2 eet=2
        eest=3 msk=3 trt=3 irst=3.5 irdt=4.5 aft=4.5 pkt=5 npt=5.75 ict=7 wib=7 wita=8 wit=9 hkt=8 sgt=8 myt=8 pht=8 awst=8 jst=9 kst=9 acst=9.5 acdt=10.5
        aest=10 aedt=11 nzst=12 nzdt=13 sast=2 cat=2 eat=3 wat=1 uzt=5 almt=6 cst=-6,8,-5 ist=5.5,1,2 bst=1,6 ast=-4,3 gst=4,-2 adt=-3,4
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(zone => zone.Split('='))
        .ToDictionary(zone => zone[0], zone => zone[1].Split(',').Select(hours => double.Parse(hours, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);

    // These say no half of the year: the place does.
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["et"] = "America/New_York",
        ["ct"] = "America/Chicago",
        ["mt"] = "America/Denver",
        ["pt"] = "America/Los_Angeles",
    };

    public static bool IsKnown(string name) => Hours.ContainsKey(name) || Places.ContainsKey(name);

    /// <summary>The offset of a zone at a local time; null where nobody can tell which of several is meant.</summary>
    public static TimeSpan? Offset(string name, DateTime local, Edition edition)
    {
        if (Places.TryGetValue(name, out var place))
        {
            return TimeZoneInfo.TryFindSystemTimeZoneById(place, out var zone) ? zone.GetUtcOffset(local) : null;
        }

        var here = edition.Zone.GetUtcOffset(local);
        return Hours[name] switch
        {
            [var only] => TimeSpan.FromHours(only),
            var several => several.Select(hours => (TimeSpan?)TimeSpan.FromHours(hours)).FirstOrDefault(offset => offset == here),
        };
    }
}
