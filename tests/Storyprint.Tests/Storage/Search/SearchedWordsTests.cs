using System.Globalization;
using Storyprint.Storage.Search;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Search;

/// <summary>Both engines find the same words: each is folded by our own code (<c>Fold</c>), and none by an engine's.</summary>
public class SearchedWordsTests
{
    public sealed class OnPostgres : SearchedWordsTests, IOnPostgres;

    private static readonly (string Culture, string Words)[] Table =
    [
        ("tr", "istanbul izmir gemi deniz iskele köprü şehir çiçek liman yelken güneş rüzgar kitap şiir öğle müze üzüm"),
        ("az", "işçi gəmi dəniz körpü şəhər çiçək günəş külək kitab ulduz ürək göz söz üz meşə şəkil çay"),
        ("de", "straße brücke schiff fähre größe müller hafen übung äpfel öl weiß fluss türen küste süden bücher mädchen"),
        ("fr", "œuvre forêt façade élève naïf noël garçon château île hôtel où déjà être âge cœur français maïs"),
        ("es", "niño año señal cigüeña pingüino corazón canción árbol última ámbar mañana español lápiz jamón rápido país león"),
        ("pl", "łódź gęś żółw źdźbło ćma ślad ósmy książka miód wąż pięć łąka świat źródło żaba dąb różą"),
        ("cs", "řeka žába člověk šest děti ňuf ťuhýk ďábel kůň město přístav loď želva úřad růže třešeň čaj"),
        ("el", "θάλασσα πλοίο γέφυρα πόλη λιμάνι ήλιος άνεμος βιβλίο λόγος δρόμος νησί ψωμί κύμα φως ύδωρ ώρα έργο"),
        ("ru", "море корабль мост город гавань солнце ветер книга слово дорога остров хлеб волна свет вода ёлка подъезд"),
        ("fa", "دریا کشتی پل شهر بندر خورشید باد کتاب واژه راه جزیره نان موج روشنایی آب خانه‌ها مسئول"),
        ("ar", "بحر سفينة جسر مدينة ميناء شمس ريح كتاب كلمة طريق جزيرة خبز موجة ضوء ماء إلى مكتبة"),
        ("vi", "biển tàu cầu thành phố cảng trời gió sách từ đường đảo bánh sóng sáng nước nhà"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_words_of_twelve_languages_are_found_however_they_are_written()
    {
        Assert.Equal(204, Table.Sum(row => row.Words.Split(' ').Length));
        using var desk = await ReleaseFixture.OpenAsync();
        var text = string.Join(' ', Table.Select(row => row.Words.ToUpper(CultureInfo.GetCultureInfo(row.Culture))));
        await desk.PublishedAsync("Words");
        var code = Assert.IsType<Storyprint.Storage.Releases.ReleaseOutcome.Done>(await desk.UpdateAsync(await desk.PublishedAsync("The ferry sails"), 1, text)).Code;
        var lost = new List<string>();
        foreach (var word in Table.SelectMany(row => row.Words.Split(' ').SelectMany(each => (string[])[each, each.ToUpper(CultureInfo.GetCultureInfo(row.Culture)), each.Normalize(System.Text.NormalizationForm.FormD)])))
        {
            var found = await new SearchIndex(desk.Database).FindAsync(new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases(word) }, 0, 10, Cancellation);
            if (found.Stories.All(card => card.Code != code))
            {
                lost.Add(word);
            }
        }

        Assert.Empty(lost);
    }
}
