const NAMES: readonly string[] = [
  'jan january januar jänner janvier janv enero ene gennaio genn janeiro januari stycznia styczeń ocak',
  'feb february februar februari février févr fév febrero febbraio febbr fevereiro fev lutego luty şubat',
  'mar march märz mrz mär mars marzo março maart mrt maret marca marzec mart',
  'apr april avril avr abril abr aprile kwietnia kwiecień nisan',
  'may mai mayo maggio magg maio mei maja maj mayıs',
  'jun june juni juin junio giugno giu junho czerwca czerwiec haziran',
  'jul july juli juillet juil julio luglio lugl julho lipca lipiec temmuz',
  'aug august août aout agosto ago augustus agustus agu sierpnia sierpień ağustos',
  'sep sept september septembre septiembre settembre sett setembro set września wrzesień eylül',
  'oct october oktober okt octobre octubre ottobre ott outubro out października październik ekim',
  'nov november novembre noviembre novembro nop listopada listopad kasım',
  'dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des grudnia grudzień aralık',
]
const MONTHS = new Map(NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)))

/** 1 to 12 for a month's name or short form in the languages that news pages use; null for another word. */
export function monthOf(word: string): number | null {
  return MONTHS.get(word.toLowerCase().replace(/\.$/, '')) ?? null
}
