import type { BodyWords } from '../types.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Names of public bodies: a run of capitals with one of the heads. */
export const bodies: BodyWords = {
  heads:
    words(`ministry minister department office bureau agency police force court courts embassy consulate commission committee council parliament congress senate government authority authorities
    unit division squad brigade organization organisation foundation network union service services board administration secretariat taskforce directorate guard gendarmerie customs prosecutor
    prosecutors ombudsman mission secretary tribunal army navy carabinieri interpol europol association trust alliance coalition institute observatory fund militia magistrate
    battalion panel command patrol cell wing charity task committee immigration sangathan samiti society ambassador federation initiative sdm corps inspectorate judiciary`),
  inside: words("of the and for on in against to de des du la & ' ’s 's del der"),
  agencies: new Map(
    Object.entries({
      naptip: 'NG',
      iom: null,
      unodc: null,
      ilo: null,
      unicef: null,
      unhcr: null,
      interpol: null,
      europol: null,
      ofac: 'US',
      fbi: 'US',
      ice: 'US',
      nia: 'IN',
      cbi: 'IN',
      cid: null,
      nbi: 'PH',
      dsi: 'TH',
      bnsp: null,
      bp2mi: 'ID',
      dmw: 'PH',
      dfa: 'PH',
      owwa: 'PH',
      slbfe: 'LK',
      nca: 'GB',
      osce: null,
      ecpat: null,
      fia: 'PK',
      efcc: 'NG',
      dhs: 'US',
      gaatw: null,
      pnp: 'PH',
      mea: 'IN',
      eu: null,
      un: null,
      paocc: 'PH',
      'international organization for migration': null,
      'international organisation for migration': null,
      'international labour organization': null,
      'united nations': null,
      'european union': null,
      'homeland security investigations': 'US',
    }),
  ),
  generic: words('police authorities officials government embassy court ministry department office agency officers prosecutors judge unit'),
}
