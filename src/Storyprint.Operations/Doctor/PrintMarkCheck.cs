using System.Globalization;
using Storyprint.Print.Marks;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that the printed QR codes are coarse enough: a long public address makes them denser.</summary>
public static class PrintMarkCheck
{
    private const string Point = "marks on paper";

    /// <summary>The number of digits of this publication's codes, once it has given out ten times as many as it began with.</summary>
    public static int CodeLength(Publication publication) => publication.FirstStoryNumber.ToString(CultureInfo.InvariantCulture).Length + 2;

    public static DoctorFinding Run(Publication publication) => LinkMark.TooLong(publication.PublicAddress, CodeLength(publication)) is { } sentence
        ? DoctorFinding.Warning(Point, sentence, "Use a shorter host, if you can still choose; pages that are printed keep theirs.")
        : DoctorFinding.Ok(Point, $"{publication.PublicAddress.Origin} is short enough for marks of version {LinkMark.MaxVersion}.");
}
