using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SkiaSharp;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks the machine: Unicode, time zones, clock, disk space, picture decoding, a free port.</summary>
internal static class MachineCheck
{
    private const long LittleRoom = 1L << 30;
    private const long NoRoom = 100L << 20;

    public static IEnumerable<DoctorFinding> Run(Installation installation, string host, int port, DateTimeOffset now)
    {
        yield return Characters();
        yield return Zones(installation.Publication);
        yield return Clock(installation, now);
        yield return Room(installation.Folder);
        yield return Pictures();
        yield return Port(host, port);
    }

    private static DoctorFinding Characters() => "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9" && "\u06CC".Normalize(NormalizationForm.FormKC) == "\u06CC"
        ? DoctorFinding.Ok("characters", "Unicode normalisation works (ICU).")
        : DoctorFinding.Problem("characters", "Unicode normalisation does nothing here.", "Install ICU (Debian: libicu72 or newer) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");

    private static DoctorFinding Zones(Publication publication)
    {
        // Without time zone data every zone is unknown or lacks summer time.
        var knows = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Copenhagen", out var zone) && zone.SupportsDaylightSavingTime
            && publication.Editions.All(edition => TimeZoneInfo.TryFindSystemTimeZoneById(edition.TimeZone, out _));
        return knows
            ? DoctorFinding.Ok("time zones", string.Join(", ", publication.Editions.Select(edition => edition.TimeZone).Distinct()))
            : DoctorFinding.Problem("time zones", "The zones of the editions are not known here.", "Install the zone data (Debian: tzdata).");
    }

    private static DoctorFinding Clock(Installation installation, DateTimeOffset now)
    {
        var text = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return installation.Log.Mark.Read().Last is { } mark && mark.At > now.AddMinutes(2)
            ? DoctorFinding.Problem("clock", $"It is {text} here, but something was released at {mark.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.", "Set the clock, and let it be kept by NTP: releases bear its time for ever.")
            : now.Year < 2025
                ? DoctorFinding.Problem("clock", $"It is {text} here.", "Set the clock, and let it be kept by NTP.")
                : DoctorFinding.Ok("clock", text);
    }

    private static DoctorFinding Room(string folder)
    {
        var drive = new DriveInfo(folder);
        var (free, text) = (drive.AvailableFreeSpace, $"{drive.AvailableFreeSpace / 1e9:0.0} GB free where {folder} is.");
        return free < NoRoom ? DoctorFinding.Problem("disk", text, "Make room now: a release on a full disk is refused.")
            : free < LittleRoom ? DoctorFinding.Warning("disk", text, "Make room.")
            : DoctorFinding.Ok("disk", text);
    }

    private static DoctorFinding Pictures()
    {
        try
        {
            using var bitmap = new SKBitmap(2, 2);
            using var encoded = bitmap.Encode(SKEncodedImageFormat.Webp, 80);
            return encoded?.Size > 0
                ? DoctorFinding.Ok("pictures", "Renditions can be made; the fonts of cards come with the program.")
                : DoctorFinding.Problem("pictures", "A small picture could not be written as WebP.", "Install the program anew: its native libraries are damaged.");
        }
        catch (Exception fault) when (fault is TypeInitializationException or DllNotFoundException)
        {
            return DoctorFinding.Problem("pictures", $"The library for pictures cannot be loaded: {fault.InnerException?.Message ?? fault.Message}", "Install the program for this machine's processor and system.");
        }
    }

    private static DoctorFinding Port(string host, int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(host, out var address) ? address : IPAddress.Loopback, port);
            listener.Start();
            return DoctorFinding.Ok("port", $"{port} on {host} is free.");
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return DoctorFinding.Warning("port", $"{port} on {host} is in use.", "That is as it must be while the site is served; otherwise find out by whom, or name another one with --port.");
        }
        catch (SocketException fault)
        {
            return DoctorFinding.Problem("port", $"{port} on {host} cannot be used: {fault.Message}", "Name another one with --port, or another address with --host.");
        }
    }
}
