package expr

import (
	"math"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/types"
)

// Words by language, as Unicode CLDR has them (long date, names of months in the
// form that follows a day).

var months = map[string]string{
	"en": "January February March April May June July August September October November December",
	"de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
	"es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	"fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	"pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	"nl": "januari februari maart april mei juni juli augustus september oktober november december",
	"pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
	"ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
	"uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
	"ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
	"zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
}

var dateForms = map[string]string{
	"en-US": "{m} {d}, {y}", "en": "{d} {m} {y}", "de": "{d}. {m} {y}", "es": "{d} de {m} de {y}", "fr": "{d} {m} {y}", "it": "{d} {m} {y}",
	"pt": "{d} de {m} de {y}", "nl": "{d} {m} {y}", "pl": "{d} {m} {y}", "ru": "{d} {m} {y} года", "uk": "{d} {m} {y} року",
	"ja": "{y}年{m}{d}日", "zh": "{y}年{m}{d}日",
}

var firstDays = map[string]string{"fr": "1er", "it": "1º", "pt": "1º"}

func dateWords(base, lang string) *DateWords {
	form := dateForms[lang]
	if form == "" {
		form = dateForms[base]
	}
	if form == "" {
		return nil
	}
	first := firstDays[base]
	if first == "" {
		first = "1"
	}
	return &DateWords{Form: form, First: first, Months: strings.Fields(months[base])}
}

var timeWords = map[string]*TimeWords{
	"en": {Form: "{h}:{m} {half}", Full: "{h} {half}", Halves: []string{"AM", "PM"}},
	"de": {Form: "{h} Uhr {m}", Full: "{h} Uhr"},
	"es": {Form: "{h}:{m}", Full: "{h}:00"},
	"fr": {Form: "{h} heures {m}", Full: "{h} heures"},
	"it": {Form: "{h}:{m}", Full: "{h}:00"},
	"pt": {Form: "{h}:{m}", Full: "{h}:00"},
	"nl": {Form: "{h} uur {m}", Full: "{h} uur"},
	"pl": {Form: "{h}:{m}", Full: "{h}:00"},
	"ru": {Form: "{h}:{m}", Full: "{h}:00"},
	"uk": {Form: "{h}:{m}", Full: "{h}:00"},
	"ja": {Form: "{h}時{m}分", Full: "{h}時"},
	"zh": {Form: "{h}点{m}分", Full: "{h}点"},
}

// between are the words for less than nothing, and between two units.
var between = map[string][2]string{
	"en": {"minus", " and "}, "de": {"minus", " und "}, "es": {"menos", " con "}, "fr": {"moins", " et "}, "it": {"meno", " e "},
	"pt": {"menos", " e "}, "nl": {"min", " en "}, "pl": {"minus", " "}, "ru": {"минус", " "}, "uk": {"мінус", " "},
}

// units are the names of a currency's units: major and minor behind `;`, each in
// the plural forms that whole numbers have.
var units = map[string]map[string]string{
	"en": {
		"EUR": "euro|euros;cent|cents", "USD": "dollar|dollars;cent|cents", "GBP": "pound|pounds;penny|pence",
		"CHF": "Swiss franc|Swiss francs;centime|centimes", "CAD": "Canadian dollar|Canadian dollars;cent|cents",
		"AUD": "Australian dollar|Australian dollars;cent|cents", "INR": "rupee|rupees;paisa|paise", "JPY": "yen|yen",
	},
	"de": {
		"EUR": "Euro|Euro;Cent|Cent", "USD": "Dollar|Dollar;Cent|Cent", "GBP": "Pfund|Pfund;Penny|Pence",
		"CHF": "Franken|Franken;Rappen|Rappen",
	},
	"es": {
		"EUR": "euro|euros;céntimo|céntimos", "USD": "dólar|dólares;centavo|centavos", "GBP": "libra|libras;penique|peniques",
		"MXN": "peso|pesos;centavo|centavos",
	},
	"fr": {
		"EUR": "euro|euros;centime|centimes", "USD": "dollar|dollars;cent|cents", "GBP": "livre|livres;penny|pence",
		"CHF": "franc|francs;centime|centimes", "CAD": "dollar canadien|dollars canadiens;cent|cents",
	},
	"it": {
		"EUR": "euro|euro;centesimo|centesimi", "USD": "dollaro|dollari;centesimo|centesimi", "GBP": "sterlina|sterline;penny|pence",
		"CHF": "franco|franchi;centesimo|centesimi",
	},
	"pt": {
		"EUR": "euro|euros;cêntimo|cêntimos", "USD": "dólar|dólares;cêntimo|cêntimos", "BRL": "real|reais;centavo|centavos",
	},
	"pt-BR": {
		"EUR": "euro|euros;centavo|centavos", "USD": "dólar|dólares;centavo|centavos", "BRL": "real|reais;centavo|centavos",
	},
	"nl": {"EUR": "euro|euro;cent|cent", "USD": "dollar|dollar;cent|cent", "GBP": "pond|pond;penny|pence"},
	"pl": {
		"PLN": "złoty|złote|złotych;grosz|grosze|groszy", "EUR": "euro|euro|euro;cent|centy|centów",
		"USD": "dolar|dolary|dolarów;cent|centy|centów", "GBP": "funt|funty|funtów;pens|pensy|pensów",
	},
	"ru": {
		"RUB": "рубль|рубля|рублей;копейка|копейки|копеек", "EUR": "евро|евро|евро;цент|цента|центов",
		"USD": "доллар|доллара|долларов;цент|цента|центов", "UAH": "гривна|гривны|гривен;копейка|копейки|копеек",
	},
	"uk": {
		"UAH": "гривня|гривні|гривень;копійка|копійки|копійок", "EUR": "євро|євро|євро;цент|центи|центів",
		"USD": "долар|долари|доларів;цент|центи|центів",
	},
}

func moneyWords(base, lang, currency string) *MoneyWords {
	words, ok := units[lang][currency]
	if !ok {
		words, ok = units[base][currency]
	}
	digits, _ := types.CurrencyDigits(currency)
	if !ok {
		return nil
	}
	major, minor, _ := strings.Cut(words, ";")
	return &MoneyWords{
		Minus: between[base][0], And: between[base][1], Scale: math.Pow10(digits),
		Major: byCategory(lang, major), Minor: byCategory(lang, minor),
	}
}

// byCategory gives the plural forms their categories.
func byCategory(lang, forms string) map[string]string {
	out := map[string]string{}
	categories := CategoriesOf(lang)
	for i, form := range strings.Split(forms, "|") {
		out[categories[i]] = form
	}
	return out
}

// AloudLanguages lists the languages that have words for values of a type.
func AloudLanguages(t types.Type) []string {
	var out []string
	for base := range months {
		if AloudFor(t, base) != nil {
			out = append(out, base)
		}
	}
	slices.Sort(out)
	return out
}
