import type { Outlet } from '../types.ts'

export const continentalBrief: Outlet = {
  id: 'continental-brief',
  name: 'Continental Brief',
  tagline: 'Europe in five minutes · Europa en cinco minutos',
  spec: { kind: 'rss_news', country: 'ES', tz: 'Europe/Madrid', lang: 'en' },
  feed: 'atom',
  page: 'magazine',
  stories: [
    {
      id: 'continental-brief/alicante-18-women',
      title: 'Spanish police free 18 women, arrest seven in Alicante',
      published: '2024-10-03T12:00:00+02:00',
      byline: 'Inés Valdelomar',
      body: [
        'MADRID — Spain’s National Police freed 18 Colombian women who were forced into prostitution in flats in Alicante and arrested seven people, the force said on Thursday.',
        'The flats were raided on Tuesday. The women had been told that they would clean hotel rooms.',
      ],
    },
    {
      id: 'continental-brief/alicante-18-mujeres',
      title: 'La Policía Nacional libera a 18 mujeres en Alicante y detiene a siete personas',
      published: '2024-10-03T12:05:00+02:00',
      byline: 'Inés Valdelomar',
      lang: 'es',
      body: [
        'MADRID — La Policía Nacional ha liberado a 18 mujeres colombianas que eran obligadas a prostituirse en pisos de Alicante y ha detenido a siete personas, informó el cuerpo este jueves.',
        'Los pisos fueron registrados el martes. A las mujeres les habían prometido trabajo de limpieza en hoteles de la costa.',
      ],
    },
    {
      id: 'continental-brief/uk-sanctions-nine',
      title: 'Britain sanctions nine people and firms over scam centres',
      published: '2025-06-25T15:30:00+02:00',
      byline: 'Owen Trevanion',
      body: [
        'LONDON — Britain on Wednesday imposed sanctions on nine people and firms that it accuses of running scam centres in Myanmar in which trafficked workers are tortured.',
        'The Foreign Office said that their assets would be frozen.',
      ],
    },
  ],
}
