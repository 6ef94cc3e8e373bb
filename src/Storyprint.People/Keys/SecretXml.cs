using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Storyprint.People.Keys;

/// <summary>Encrypts the keys of ASP.NET Core's data protection with the key of the key folder, so that who reads the database can make no cookie.</summary>
internal sealed class SecretXml(SecretBox secrets) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", secrets.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(Decryptor));

    /// <summary>Made by the framework, from the name that stands beside the encrypted key.</summary>
    public sealed class Decryptor(IServiceProvider services) : IXmlDecryptor
    {
        /// <exception cref="CryptographicException">Another key folder encrypted it: those who had signed in sign in again.</exception>
        public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<SecretBox>().Open(encryptedElement.Value) is { } xml
            ? XElement.Parse(xml) : throw new CryptographicException("A key of the newsroom's cookies was encrypted with another newsroom.key.");
    }
}
