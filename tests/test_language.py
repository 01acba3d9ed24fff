"""The language of a text."""

import pytest

from newsparse.language import detect_language

SENTENCES = [
    ("en", "The harbour was closed on Monday after the storm, and it is not known when it will be opened."),
    ("de", "Der Hafen ist seit Montag geschlossen, und es ist nicht bekannt, wann er wieder geöffnet wird."),
    ("es", "El puerto está cerrado desde el lunes y no se sabe cuándo se abrirá para los barcos."),
    ("fr", "Le port est fermé depuis lundi et on ne sait pas quand il sera rouvert pour les bateaux."),
    ("pt", "O porto está fechado desde segunda e não se sabe quando será aberto para os barcos."),
    ("it", "Il porto è chiuso da lunedì e non si sa quando sarà riaperto per le navi della regione."),
    ("nl", "De haven is sinds maandag dicht en het is niet bekend wanneer die weer open gaat voor schepen."),
    ("sv", "Hamnen är stängd sedan måndag och det är inte känt när den ska öppnas för fartyg."),
    ("no", "Havnen er stengt siden mandag, og det er ikke kjent når den åpner etter stormen, sier noen."),
    ("da", "Havnen har været lukket siden mandag, og det er ikke kendt, hvornår den bliver åbnet af kommunen nu."),
    ("fi", "Satama on ollut kiinni maanantaista, eikä tiedetä, kun se avataan, mutta se ei ole vielä auki."),
    ("pl", "Port jest zamknięty od poniedziałku i nie wiadomo, czy zostanie otwarty przed końcem tego roku."),
    ("cs", "Přístav je od pondělí zavřený a není jasné, jestli bude otevřen, ale je to podle úřadů možné."),
    ("tr", "Liman pazartesi gününden beri kapalı ve ne zaman açılacağı bilinmiyor, ancak bu daha çok bir önlem."),
    ("id", "Pelabuhan itu ditutup sejak Senin dan tidak diketahui bahwa kapal akan masuk karena badai tersebut."),
    ("sw", "Bandari ya mji imefungwa na haijulikani kama itafunguliwa katika wiki hii kwa ajili ya watu wake."),
    ("ru", "Порт закрыт с понедельника, и никто не знает, когда он будет открыт для судов."),
    ("uk", "Порт закритий з понеділка, і ніхто не знає, чи він буде відкритий для суден під час бурі."),
    ("bg", "Пристанището е затворено от понеделник и не се знае кога ще бъде отворено за корабите."),
    ("el", "Το λιμάνι είναι κλειστό από τη Δευτέρα."),
    ("ar", "أغلق الميناء منذ يوم الاثنين بعد العاصفة التي ضربت المدينة على الساحل."),
    ("fa", "بندر از روز دوشنبه بسته است و این توفان در شهر به آن آسیب زد."),
    ("hi", "बंदरगाह सोमवार से बंद है और यह नहीं पता कि कब खुलेगा।"),
    ("ja", "港は月曜日から閉鎖されている。"),
    ("zh", "港口自星期一起关闭,尚不清楚何时重新开放。"),
    ("ko", "항구는 월요일부터 폐쇄되었다."),
    ("th", "ท่าเรือปิดตั้งแต่วันจันทร์"),
    ("my", "ဆိပ်ကမ်းကို တနင်္လာနေ့ကတည်းက ပိတ်ထားသည်။"),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_one_sentence(language: str, sentence: str) -> None:
    assert detect_language(sentence) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "42", "12 – 18 / 3:2", "Xylo Brrm Ktt", "Ave", "\u0001\u0002", "😀😀😀😀😀😀"]
)
def test_unsure(text: str) -> None:
    assert detect_language(text) is None


def test_a_menu_in_english_does_not_decide() -> None:
    story = SENTENCES[1][1] + "\n"
    assert detect_language("Home News for you and the world\n" * 3 + story * 10) == "de"


def test_a_long_text_is_sampled() -> None:
    assert detect_language(SENTENCES[0][1] * 100_000) == "en"
