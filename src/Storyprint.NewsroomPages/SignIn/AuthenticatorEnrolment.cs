using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;
using Storyprint.People.SignIn;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>A new authenticator app: its secret goes from page to form sealed, and only a code of the app makes it somebody's.</summary>
/// <param name="Key">Base32, to be typed where no camera is.</param>
/// <param name="Sealed">The same for the form.</param>
/// <param name="Picture">A QR code as a data address.</param>
public sealed record AuthenticatorEnrolment(string Key, string Sealed, string Picture)
{
    private const string Purpose = "authenticator-enrolment";

    /// <param name="sealedKey">One that was shown before; another is made where it is none.</param>
    public static AuthenticatorEnrolment Create(IDataProtectionProvider protection, string issuer, string userName, string? sealedKey)
    {
        var key = Read(protection, sealedKey) ?? Totp.CreateKey();
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Address(key, issuer, userName.Length == 0 ? "newsroom" : userName), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return new AuthenticatorEnrolment(key, protection.CreateProtector(Purpose).Protect(key), $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(6))}");
    }

    /// <summary>The key of a form; null where it is not one of ours.</summary>
    public static string? Read(IDataProtectionProvider protection, string? sealedKey)
    {
        try
        {
            return sealedKey is { Length: > 0 } ? protection.CreateProtector(Purpose).Unprotect(sealedKey) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
