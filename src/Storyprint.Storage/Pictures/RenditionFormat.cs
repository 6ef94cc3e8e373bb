namespace Storyprint.Storage.Pictures;

public enum RenditionFormat
{
    WebP,
    Jpeg,
}

public static class RenditionFormatNames
{
    extension(RenditionFormat form)
    {
        public string Extension => form == RenditionFormat.Jpeg ? "jpg" : "webp";

        public string MediaType => form == RenditionFormat.Jpeg ? "image/jpeg" : "image/webp";
    }
}
